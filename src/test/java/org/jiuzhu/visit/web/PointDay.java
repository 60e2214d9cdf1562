package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.Relation;
import org.jiuzhu.network.Network;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Visiting;
import org.jiuzhu.visit.VisitPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;

/** Homes at a point, and what its people read and write of the day there. */
class PointDay {

    private final MockMvcTester pages;
    private final People people;
    private final Households households;
    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final Visiting visiting;

    PointDay(
            MockMvcTester pages,
            People people,
            Households households,
            VisitPlans plans,
            Network network,
            Desk desk,
            JdbcTemplate jdbc) {
        this.pages = pages;
        this.people = people;
        this.households = households;
        this.desk = desk;
        this.jdbc = jdbc;
        this.visiting = new Visiting(plans, network);
    }

    Visiting visiting() {
        return visiting;
    }

    long person(String name, @Nullable String phone) {
        return desk.system(() -> people.register(
                        new NewPerson(Actors.POINT, name, null, phone, null, null, PersonDetails.of(Set.of())))
                .id());
    }

    /** The first is the head; the others are married to them, for want of a better story. */
    List<Long> home(String road, String room, String... names) {
        List<Long> members =
                Arrays.stream(names).map(name -> person(name, null)).toList();
        live(road, room, members);
        return members;
    }

    long live(String road, String room, List<Long> members) {
        return desk.system(() -> {
            long home = households
                    .register(new NewHousehold(Actors.POINT, road, room, members.get(0)))
                    .id();
            members.stream()
                    .skip(1)
                    .forEach(member ->
                            households.addMember(home, new NewHousehold.NewMember(member, Relation.SPOUSE, true)));
            return home;
        });
    }

    /** That somebody was met or sought, without a record. */
    void contact(long person, String day, String mode, String outcome) {
        desk.system(() -> jdbc.update(
                """
                insert into visit_contact (person_id, record_number, on_day, mode, outcome, recorded_at, recorded_by,
                  by_name, district_code, street_code, point_code)
                select id, 'JL-' || ? || id, ?, ?, ?, now(), 'lin.shiyong', '林试用', district_code, street_code, point_code
                from person where id = ?
                """,
                day,
                LocalDate.parse(day),
                mode,
                outcome,
                person));
    }

    /** A telephone record as the form sends it when it was opened on 2026-07-06. */
    static LinkedMultiValueMap<String, String> told(long person, String outcome, long... members) {
        var told = new LinkedMultiValueMap<String, String>();
        told.add("person", String.valueOf(person));
        told.add("mode", "PHONE");
        told.add("request", UUID.randomUUID().toString());
        told.add("seen", "0");
        told.add("outcome", outcome);
        told.add("content", "一切照旧。");
        told.add("servedOn", "2026-07-06");
        told.add("hours", "0.5");
        told.add("items", "S51");
        told.add("participants", "林试用");
        for (long member : members) {
            told.add("people", String.valueOf(member));
        }
        return told;
    }

    static RequestPostProcessor consultant(String username) {
        return user(username).roles("pointConsultant");
    }

    MockHttpServletResponse post(String address, LinkedMultiValueMap<String, String> told, RequestPostProcessor who) {
        return pages.post()
                .uri(address)
                .params(told)
                .with(who)
                .with(csrf())
                .exchange()
                .getResponse();
    }

    String read(String address, String username) {
        return read(address, consultant(username));
    }

    String read(String address, RequestPostProcessor who) {
        try {
            MockHttpServletResponse answer =
                    pages.get().uri(URI.create(address)).with(who).exchange().getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            return answer.getContentAsString().replaceAll("<span>([^<]*)</span>", ">$1<");
        } catch (UnsupportedEncodingException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** Where the link of that label leads. */
    static String href(String page, String label) {
        Matcher link = Pattern.compile("href=\"([^\"]+)\" aria-label=\"" + label + "\"")
                .matcher(page);
        assertThat(link.find()).as(label).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    /** Whom a page of the day lists, in its order. */
    static List<String> names(String page) {
        return Pattern.compile("class=\"strong\" data-row[^>]*>([^<]+)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
