package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final String STREET = "songjiang";

    @ParameterizedTest(name = "{0} {1} {2} started {3} is due {4}, reminded of {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "acceptReferral, NORMAL, -, 2026-07-06T10:00, 2026-07-10T00:00, 2026-07-08T09:00",
                "firstService, NORMAL, -, 2026-07-08T15:00, 2026-07-16T00:00, 2026-07-14T09:00",
                "triageLead, NORMAL, -, 2026-09-30T10:00, 2026-10-09T00:00, 2026-10-08T09:00",
                "triageLead, NORMAL, -, 2026-07-03T10:00, 2026-07-07T00:00, 2026-07-06T09:00",
                "triageLead, URGENT, -, 2026-07-06T10:00, 2026-07-06T14:00, 2026-07-06T13:00",
                "triageLead, URGENT, -, 2026-07-06T16:30, 2026-07-07T11:30, 2026-07-07T10:30",
                "triageLead, URGENT, -, 2026-09-30T19:00, 2026-10-08T13:00, 2026-10-08T12:00",
                "triageLead, EMERGENCY, -, 2026-07-05T03:00, 2026-07-05T03:00, 2026-07-05T03:00",
                "emergencyResponse, EMERGENCY, -, 2026-10-01T23:00, 2026-10-01T23:00, 2026-10-01T23:00",
                "verifyLead, NORMAL, -, 2026-07-06T17:59, 2026-07-10T00:00, 2026-07-08T09:00",
                "verifyLead, NORMAL, -, 2026-07-06T18:00, 2026-07-11T00:00, 2026-07-09T09:00",
                "verifyLead, NORMAL, -, 2026-07-07T08:00, 2026-07-11T00:00, 2026-07-09T09:00",
                "assess, NORMAL, -, 2026-07-06T10:00, 2026-07-21T00:00, 2026-07-15T09:00",
                "assess, URGENT, -, 2026-07-06T10:00, 2026-07-10T00:00, 2026-07-08T09:00",
                "draftServicePlan, NORMAL, -, 2026-07-06T10:00, 2026-07-14T00:00, 2026-07-09T09:00",
                "followUp, NORMAL, KEY, 2026-07-20T10:00, 2026-08-20T00:00, 2026-08-14T09:00",
                "followUp, NORMAL, -, 2026-09-03T10:00, 2026-10-09T00:00, 2026-09-28T09:00",
                "followUp, NORMAL, HIGH, 2026-07-20T10:00, 2026-08-04T00:00, 2026-07-29T09:00",
                "hotlineReply, -, -, 2026-07-06T10:00, 2026-07-14T00:00, 2026-07-10T09:00",
            })
    void aStepIsDueByItsRowAndTheWorkCalendar(
            String step, String urgency, String tier, String start, String due, String reminder) {
        var deadlines = RulesOf.deadlines(start);
        assertThat(deadlines.dueFrom(step, STREET, urgency, tier, RulesOf.at(start)))
                .isEqualTo(RulesOf.at(due));
        assertThat(deadlines.reminderFrom(step, STREET, urgency, tier, RulesOf.at(start)))
                .isEqualTo(RulesOf.at(reminder));
        assertThat(deadlines.due(step, STREET, urgency, tier)).isEqualTo(RulesOf.at(due));
        assertThat(deadlines.reminder(step, STREET, urgency, tier)).isEqualTo(RulesOf.at(reminder));
    }

    @Test
    void aReminderNeverLiesBeforeTheStart() {
        var deadlines = RulesOf.deadlines("2026-07-06T13:45");
        assertThat(deadlines.reminder("triageLead", STREET, "NORMAL"))
                .isEqualTo(RulesOf.at("2026-07-07T09:00"))
                .isBefore(deadlines.due("triageLead", STREET, "NORMAL"));
        assertThat(deadlines.reminderFrom("triageLead", STREET, "EMERGENCY", null, RulesOf.at("2026-07-06T13:45")))
                .isEqualTo(RulesOf.at("2026-07-06T13:45"));
    }

    @Test
    void aDeadlineSaysThatItIsAssumed() {
        var ruling = RulesOf.deadlines("2026-07-06T13:45").ruling("verifyLead", STREET, "NORMAL", null);
        assertThat(ruling.isAssumption()).isTrue();
        assertThat(ruling.profile()).isEqualTo("default");
    }

    @Test
    void aStepThatTheTableDoesNotKnowIsAnError() {
        assertThatThrownBy(() -> RulesOf.deadlines("2026-07-06T13:45").due("verifyLaed", STREET, "NORMAL"))
                .isInstanceOf(NoRule.class)
                .hasMessageContaining("deadlines")
                .hasMessageContaining("verifyLaed");
    }
}
