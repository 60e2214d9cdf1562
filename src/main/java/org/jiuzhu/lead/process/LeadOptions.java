package org.jiuzhu.lead.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.lead.LeadDesk;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The options that lead-intake's forms offer, in the reader's language. */
@Component
class LeadOptions {

    static final String NEW = "NEW";

    private final LeadDesk leads;
    private final MessageSource messages;

    LeadOptions(LeadDesk leads, MessageSource messages) {
        this.leads = leads;
        this.messages = messages;
    }

    List<Map<String, String>> candidates(long leadId) {
        return leads.candidates(leadId).stream()
                .map(person -> option(String.valueOf(person.id()), label(person)))
                .toList();
    }

    List<Map<String, String>> households(long leadId) {
        List<Map<String, String>> options = new ArrayList<>();
        leads.homes(leadId).forEach((home, person) -> options.add(option(String.valueOf(home), label(person))));
        options.add(
                option(NEW, messages.getMessage("lead.option.newHousehold", null, LocaleContextHolder.getLocale())));
        return options;
    }

    List<Map<String, String>> openCases(long leadId) {
        return leads.openCases(leadId).entrySet().stream()
                .map(open -> option(
                        String.valueOf(open.getKey().caseId()),
                        open.getKey().number() + " · " + label(open.getValue())))
                .toList();
    }

    List<Map<String, String>> points(long leadId) {
        return leads.points(leadId).stream()
                .map(point -> option(point.code(), point.name()))
                .toList();
    }

    private String label(PersonCard person) {
        return messages.getMessage(
                "lead.option.person",
                new Object[] {person.name(), person.age() == null ? "?" : person.age(), person.pointName()},
                LocaleContextHolder.getLocale());
    }

    static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
