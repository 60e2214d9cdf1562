package org.jiuzhu.conflict;

import java.util.List;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;
import org.jiuzhu.shared.Actor;
import org.springframework.boot.test.context.TestComponent;

/** Leads about somebody who has a relative among the consultants. */
@TestComponent
public class Relations {

    public static final String FENG = "冯占位";
    public static final String FENG_ID = "999999197205200103";
    public static final String FENG_PHONE = "13800000103";

    private final LeadIntake intake;
    private final Journey journey;

    Relations(LeadIntake intake, Journey journey) {
        this.intake = intake;
        this.journey = journey;
    }

    /** A hotline ticket about her; its number. */
    public String leadAt(String pointCode, String ref) {
        return lead(new Said(FENG, FENG_ID, FENG_PHONE, pointCode, null, null, null), ref);
    }

    public String lead(Said said, String ref) {
        return intake.receive(
                        new NewLead(
                                LeadSource.HOTLINE_12345,
                                ref,
                                null,
                                null,
                                "一个人带孩子，房租付不出。",
                                null,
                                null,
                                said,
                                Safety.UNKNOWN,
                                null,
                                null,
                                List.of()),
                        Actor.machine("hotline12345"))
                .number();
    }

    /** Her case, carried on by whoever may until the task stands open; the lead's number. */
    public String caseAt(String task, String pointCode) {
        String number = leadAt(pointCode, "4");
        journey.until(number, task, Route.CASE);
        return number;
    }

    public void onTo(String task, String leadNumber) {
        journey.until(leadNumber, task, Route.CASE);
    }
}
