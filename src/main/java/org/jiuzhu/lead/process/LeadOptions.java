package org.jiuzhu.lead.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.lead.LeadDesk;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The options that lead-intake's forms offer, in the reader's language. */
@Component
class LeadOptions {

    static final String NEW = "NEW";
    static final String LEAD = "LEAD-";

    private final LeadDesk leads;
    private final DueWords due;
    private final MessageSource messages;

    LeadOptions(LeadDesk leads, DueWords due, MessageSource messages) {
        this.leads = leads;
        this.due = due;
        this.messages = messages;
    }

    /** People by their id, other leads by {@link #LEAD} and theirs. */
    List<Map<String, String>> candidates(long leadId) {
        LeadDesk.Candidates found = leads.candidates(leadId);
        List<Map<String, String>> options = new ArrayList<>();
        found.visible().forEach(person -> options.add(option(String.valueOf(person.id()), label(person))));
        found.elsewhere()
                .forEach((person, street) ->
                        options.add(option(String.valueOf(person), say("lead.option.elsewhere", street))));
        found.leads()
                .forEach(other -> options.add(option(
                        LEAD + other.id(),
                        say(
                                "lead.option.lead",
                                other.number(),
                                say("lead.source." + other.source()),
                                due.at(other.receivedAt())))));
        return options;
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

    /** Two of one name at one address still differ by something: age, telephone, number. */
    private String label(PersonCard person) {
        String known =
                say("lead.option.person", person.name(), person.age() == null ? "?" : person.age(), person.pointName());
        String told = Stream.of(person.phone(), person.idNumber(), person.address())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" · "));
        return told.isEmpty() ? known : known + " · " + told;
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
