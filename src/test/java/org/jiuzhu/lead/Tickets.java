package org.jiuzhu.lead;

import java.time.Instant;
import java.util.List;
import org.jiuzhu.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Leads as they arrive. */
public final class Tickets {

    public static final Actor HOTLINE = Actor.machine("hotline-12345");

    private Tickets() {}

    public static NewLead ticket(@Nullable String ref, String story) {
        return lead(LeadSource.HOTLINE_12345, ref, story, Said.NOTHING, Safety.UNKNOWN);
    }

    public static NewLead about(LeadSource source, Said said) {
        return lead(source, null, "老人独居，近来吃饭没有着落。", said, new Safety(false, null, null, null));
    }

    public static NewLead lead(LeadSource source, @Nullable String ref, String story, Said said, Safety safety) {
        return new NewLead(source, ref, null, null, story, null, null, said, safety, null, null, List.of());
    }

    public static NewLead withDeadline(NewLead lead, Instant replyBy) {
        return new NewLead(
                lead.source(),
                lead.sourceRef(),
                lead.receivedAt(),
                replyBy,
                lead.story(),
                lead.reporterName(),
                lead.reporterPhone(),
                lead.said(),
                lead.safety(),
                lead.fromOrg(),
                lead.asReceived(),
                lead.unreadable());
    }

    public static Said named(String name, @Nullable String idNumber, @Nullable String committeeCode) {
        return new Said(name, idNumber, null, committeeCode, null, null, null);
    }
}
