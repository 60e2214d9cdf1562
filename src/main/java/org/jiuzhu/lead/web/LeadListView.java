package org.jiuzhu.lead.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.lead.Lead;
import org.jiuzhu.lead.LeadList;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.LeadState;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the list of leads into the reader's words. */
@Component
@Transactional(readOnly = true)
class LeadListView {

    private final LeadList leads;
    private final Network network;
    private final DueWords due;
    private final Words words;

    LeadListView(LeadList leads, Network network, DueWords due, Words words) {
        this.leads = leads;
        this.network = network;
        this.due = due;
        this.words = words;
    }

    LeadListPage page(LeadList.Filter filter, @Nullable Long after, Actor reader) {
        LeadList.Page page = leads.page(filter, after);
        return Batch.call(() -> new LeadListPage(
                filter.which().name(),
                filter.replyOwed(),
                filter.source() == null ? null : filter.source().name(),
                sources(),
                page.leads().stream()
                        .map(lead -> row(
                                lead, page.cases().get(lead.id()), page.owing().contains(lead.id())))
                        .toList(),
                page.next() == null ? null : more(filter, page.next()),
                Reporting.mayReport(reader),
                doors(reader)));
    }

    private List<LeadListPage.Option> doors(Actor reader) {
        List<LeadListPage.Option> doors = new ArrayList<>();
        if (reader.has("stationConsultant") || reader.has("stationLead")) {
            doors.add(new LeadListPage.Option("/leads/log/calls", words.say("lead.log.title.HOTLINE_CALL")));
        }
        if (Reporting.mayReport(reader) && !reader.has("otherVisitor")) {
            doors.add(new LeadListPage.Option("/leads/log/patrols", words.say("lead.log.title.PATROL")));
        }
        if (Reporting.maySeePushes(reader)) {
            doors.add(new LeadListPage.Option("/leads/pushes", words.say("lead.pushes.title")));
        }
        return doors;
    }

    private List<LeadListPage.Option> sources() {
        return Arrays.stream(LeadSource.values())
                .map(source -> new LeadListPage.Option(source.name(), words.say("lead.source." + source)))
                .toList();
    }

    private LeadListPage.Row row(Lead lead, @Nullable ActiveCase became, boolean owing) {
        String name = lead.said().name();
        return new LeadListPage.Row(
                "/leads/" + lead.number(),
                lead.number(),
                name == null ? words.say("lead.page.anonymous") : name,
                lead.urgency().name(),
                words.say("lead.source." + lead.source()),
                due.at(lead.receivedAt()),
                network.unit(lead.place().orgCode()).name(),
                lead.state() == LeadState.RECEIVED ? "upcoming" : "met",
                words.say("lead.state." + lead.state()),
                lead.replyDueAt() == null || !owing ? null : due.of(lead.replyDueAt()),
                became == null ? null : became.number());
    }

    private static String more(LeadList.Filter filter, long next) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/leads").queryParam("which", filter.which());
        if (filter.source() != null) {
            address.queryParam("source", filter.source());
        }
        if (filter.replyOwed()) {
            address.queryParam("owed", true);
        }
        return address.queryParam("after", next).toUriString();
    }
}
