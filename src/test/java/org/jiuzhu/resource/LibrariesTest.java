package org.jiuzhu.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The demo's libraries on 6 July 2026, kept by the station lead of 松鹤街道. */
@JiuzhuTest
class LibrariesTest {

    private static final String STREET = Actors.STATION;
    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");
    private static final Actor LEAD = Actors.stationLead();

    @Autowired
    DemoLibraries demo;

    @Autowired
    Libraries libraries;

    @Autowired
    LibrarySearch search;

    @Autowired
    LibraryDesk desk;

    @Autowired
    Desk people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock time;

    @Autowired
    Clock clock;

    @BeforeEach
    void seed() {
        people.system(() -> {
            demo.seed(LocalDate.now(clock));
            return null;
        });
    }

    @Test
    void theDemoFillsAllThreeLibrariesOverAllSevenDomains() {
        assertThat(all(Library.POLICY)).hasSizeGreaterThanOrEqualTo(14);
        assertThat(all(Library.POLICY).stream().map(entry -> entry.words().domain()))
                .contains(PolicyDomain.values());
        assertThat(all(Library.POLICY).stream().map(entry -> entry.on(TODAY))).contains(Validity.values());
    }

    @Test
    void onlyWhatIsInForceTodayAndHereIsMatched() {
        assertThat(libraries.policies(STREET))
                .extracting(Policy::code)
                .contains("P-DIBAO", "ZC-0001")
                .doesNotContain("ZC-0003", "ZC-0005", "ZC-0011");
        assertThat(libraries.resources(STREET))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("慈善超市", "康复辅具租赁", "邻里安全守望", "临时遇困帮扶金");
        time.set("2026-09-06T09:00");
        assertThat(libraries.policies(STREET)).extracting(Policy::code).contains("ZC-0005");
        time.set("2026-11-07T09:00");
        assertThat(libraries.policies(STREET)).extracting(Policy::code).doesNotContain("ZC-0001");
    }

    @Test
    void anEntryIsFoundByItsWordsInBothLanguagesAndByDomain() {
        assertThat(found("取暖", null, false)).containsExactly("ZC-0001");
        assertThat(found("HEATING  grant", null, false)).containsExactly("ZC-0001");
        assertThat(found("取\u0000暖", null, false)).containsExactly("ZC-0001");
        assertThat(found("heating 书包", null, false)).isEmpty();
        assertThat(found("", PolicyDomain.CHILDREN, false)).containsExactly("ZC-0009");
        assertThat(found("100%_'; drop", null, true)).isEmpty();
    }

    @Test
    void whatHasExpiredIsFoundOnlyWhenAskedFor() {
        assertThat(found("病床", null, false)).isEmpty();
        assertThat(found("病床", null, true)).containsExactly("ZC-0003");
        assertThat(found("旧屋", null, true)).containsExactly("ZC-0005");
    }

    @Test
    void aLongListComesInPages() {
        for (int i = 0; i < 40; i++) {
            desk.add(Library.PROJECT, project("第 " + i + " 号项目", TODAY, null), LEAD);
        }
        var first = search.page(new LibrarySearch.Query(Library.PROJECT, "号项目", null, STREET, false, null));
        var second = search.page(new LibrarySearch.Query(Library.PROJECT, "号项目", null, STREET, false, first.next()));
        assertThat(first.total()).isEqualTo(40);
        assertThat(first.entries()).hasSize(30);
        assertThat(second.entries()).hasSize(10).doesNotContainAnyElementsOf(first.entries());
        assertThat(second.next()).isNull();
    }

    @Test
    void aChangeIsAFurtherVersionAndTheOlderOneKeepsItsDates() {
        String code = desk.add(Library.PROJECT, project("助浴车", TODAY, null), LEAD);
        desk.change(code, 1, project("助浴车（新）", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-12-31")), LEAD);

        assertThat(search.versions(code))
                .extracting(entry -> entry.version() + " " + entry.words().validFrom() + " "
                        + entry.words().validTo())
                .containsExactly("2 2026-09-01 2026-12-31", "1 2026-07-06 null");
        assertThat(nameOn(code, "2026-08-31T23:59")).isEqualTo("助浴车 IN_FORCE");
        assertThat(nameOn(code, "2026-09-01T00:00")).isEqualTo("助浴车（新） IN_FORCE");
        assertThat(nameOn(code, "2027-01-01T00:00")).isEqualTo("助浴车（新） EXPIRED");
        assertThat(libraries.projects(STREET)).extracting(Resource::name).doesNotContain("助浴车");
    }

    @Test
    void theDatabaseRefusesToRewriteOrDeleteAnEntry() {
        assertThatThrownBy(() -> people.system(() -> jdbc.update("update library_entry set name = '改'")))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> people.system(() -> jdbc.update("delete from library_entry")))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theSecondOfTwoWhoChangeTheSameVersionIsTold() {
        String code = desk.add(Library.PROJECT, project("助浴车", TODAY, null), LEAD);
        desk.change(code, 1, project("助浴车甲", TODAY, null), LEAD);
        assertRefused(() -> desk.change(code, 1, project("助浴车乙", TODAY, null), LEAD), Refusal.Kind.CONFLICT);
        assertRefused(() -> desk.change("XM-9999", 1, project("没有", TODAY, null), LEAD), Refusal.Kind.NOT_FOUND);
    }

    @Test
    void aStationLeadWritesForTheStreetAndTheDistrictForAll() {
        Actor district = Actors.at("tang.xushe", "唐虚设", "999901", "districtSupervisor");
        EntryDraft everywhere = draft(EntryKind.CHARITY_PROJECT, "全区项目", null, TODAY, null);
        assertRefused(() -> desk.add(Library.PROJECT, everywhere, LEAD), Refusal.Kind.FORBIDDEN);
        String code = desk.add(Library.PROJECT, everywhere, district);
        EntryDraft ours = draft(EntryKind.CHARITY_PROJECT, "全区项目", STREET, TODAY, null);
        assertRefused(() -> desk.change(code, 1, ours, LEAD), Refusal.Kind.FORBIDDEN);
        assertRefused(
                () -> desk.add(Library.PROJECT, project("顾问写的", TODAY, null), Actors.stationConsultant()),
                Refusal.Kind.FORBIDDEN);
        assertRefused(
                () -> desk.add(Library.PROJECT, project("居委写的", TODAY, null), Actors.pointLead()),
                Refusal.Kind.FORBIDDEN);
    }

    @Test
    void aProblemNamesItsFieldAndWhatWasExpected() {
        String code = desk.add(Library.PROJECT, project("助浴车", TODAY, TODAY.plusDays(10)), LEAD);
        assertThat(problems(() -> desk.add(Library.PROJECT, project("晚早", TODAY, TODAY.minusDays(1)), LEAD)))
                .extracting(FieldProblem::field)
                .containsExactly("validTo");
        assertThat(problems(() -> desk.change(code, 1, project("早版", TODAY.minusDays(1), null), LEAD)))
                .extracting(FieldProblem::field)
                .containsExactly("validFrom");
        assertThat(problems(() -> desk.add(Library.PROJECT, project("助浴车", TODAY, null), LEAD)))
                .singleElement()
                .satisfies(same -> assertThat(same.args()).containsExactly(code));
        assertThat(problems(() ->
                        desk.add(Library.RESOURCE, draft(EntryKind.RELIEF_PROJECT, "错类", STREET, TODAY, null), LEAD)))
                .extracting(FieldProblem::field)
                .containsExactly("kind");
    }

    @Test
    void aNameMayComeAgainAfterTheOtherHasEnded() {
        desk.add(Library.PROJECT, project("助浴车", TODAY, TODAY.plusDays(10)), LEAD);
        assertThat(desk.add(Library.PROJECT, project("助浴车", TODAY.plusDays(11), null), LEAD))
                .startsWith("XM-");
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void eachLibraryNumbersItsEntries(Library library) {
        EntryKind kind = library.kinds().isEmpty() ? null : library.kinds().get(0);
        String code = desk.add(library, draft(kind, "新条目", STREET, TODAY, null), LEAD);
        assertThat(search.find(code)).get().extracting(LibraryEntry::library).isEqualTo(library);
    }

    private List<LibraryEntry> all(Library library) {
        return search.page(new LibrarySearch.Query(library, "", null, null, true, null))
                .entries();
    }

    private List<String> found(String words, PolicyDomain domain, boolean past) {
        return search
                .page(new LibrarySearch.Query(Library.POLICY, words, domain, STREET, past, null))
                .entries()
                .stream()
                .map(LibraryEntry::code)
                .toList();
    }

    private String nameOn(String code, String moment) {
        time.set(moment);
        LibraryEntry entry = search.find(code).orElseThrow();
        return entry.words().name() + " " + entry.on(LocalDate.now(clock));
    }

    private static EntryDraft project(String name, LocalDate from, LocalDate to) {
        return draft(EntryKind.PROFESSIONAL_PROJECT, name, STREET, from, to);
    }

    private static EntryDraft draft(EntryKind kind, String name, String street, LocalDate from, LocalDate to) {
        return new EntryDraft(PolicyDomain.DISABILITY, kind, name, "", "", "", "", "样板区示例", street, from, to);
    }

    private static List<FieldProblem> problems(Runnable work) {
        return assertThatThrownBy(work::run)
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .actual()
                .problems();
    }

    private static void assertRefused(Runnable work, Refusal.Kind kind) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
