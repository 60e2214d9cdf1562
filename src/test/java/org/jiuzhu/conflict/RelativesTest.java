package org.jiuzhu.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.assessment.Surveyors;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Relation;
import org.jiuzhu.lead.Said;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.network.Register;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.workflow.ClaimGate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may not deal with whom, from when to when, and who does it instead. */
@JiuzhuTest
@Import(Relations.class)
class RelativesTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor HE = Actors.pointLead();
    private static final Actor XU = Actors.at("xu.moban", "许模板", Actors.POINT, "pointConsultant");
    private static final Actor GU = Actors.stationConsultant();
    private static final Actor SHI = Actors.at("shi.fangzhen", "施仿真", Actors.STATION, "stationConsultant");
    private static final Actor LU = Actors.stationLead();
    private static final Actor TANG = Actors.at("tang.xushe", "唐虚设", "999901", "districtSupervisor");

    @Autowired
    Conflicts conflicts;

    @Autowired
    Declarations declarations;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    Relations relations;

    @Autowired
    Homes homes;

    @Autowired
    Surveyors surveyors;

    @Autowired
    Households households;

    @Autowired
    People people;

    @Autowired
    Register register;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Household home;

    @BeforeEach
    void feng() {
        home = homes.ofOne(Actors.POINT, Relations.FENG, Relations.FENG_ID, Relations.FENG_PHONE);
    }

    @Test
    void nobodyIsExcludedWithoutAFiling() {
        relations.caseAt("verifyLead", Actors.POINT);

        assertThat(conflicts.excludes(LIN.username(), home.id())).isFalse();
        assertThat(offered("verifyLead")).containsExactly("pointConsultant:" + Actors.POINT);
        assertThat(seen(LIN)).containsKeys("person", "household", "work_item", "assistance_case");
    }

    @Test
    void aDeclaredRelativeIsClosedWhereverItIsStored() {
        relations.caseAt("conductHomeSurvey", Actors.POINT);
        Map<String, Long> before = seen(LIN);
        declares(LIN);

        assertThat(before)
                .containsKeys(
                        "person",
                        "name_token",
                        "household",
                        "household_member",
                        "work_item",
                        "work_offer",
                        "assistance_case",
                        "case_lead",
                        "assessment",
                        "lead",
                        "timeline_event",
                        "service_record",
                        "service_record_link");
        assertThat(seen(LIN)).isEmpty();
        assertThat(seen(XU)).isEqualTo(before);
    }

    @Test
    void everyTableThatNamesAHouseholdOrAPersonIsClosed() {
        assertThat(desk.system(() -> jdbc.queryForList(
                        """
                        select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ '^act_'
                          and a.attname in ('household_id', 'person_id', 'case_id', 'lead_id') and not a.attisdropped
                          and c.relname not in ('relative_filing')
                          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'relatives')
                        """,
                        String.class)))
                .isEmpty();
    }

    @Test
    void claimAndCompleteAreRefusedAndTheAttemptIsOnRecord() {
        relations.caseAt("verifyLead", Actors.POINT);
        String task = desk.task("verifyLead");
        declares(LIN);

        for (Runnable deed :
                List.<Runnable>of(() -> desk.claim(task, LIN), () -> desk.completeTask(task, LIN, Map.of()))) {
            assertThatThrownBy(deed::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
                assertThat(refusal.messageKey()).isEqualTo("conflict.excluded");
            });
        }
        assertThat(column("select deed from relative_attempt order by id")).containsExactly("CLAIM", "COMPLETE");
        assertThat(column("select actor || ' ' || subject_type from audit_event where kind = 'DENIED'"))
                .containsOnly("lin.shiyong relativeFiling");
        desk.claim(task, XU);
    }

    @Test
    void aTaskInHandIsGivenBackAndOfferedToOthers() {
        relations.caseAt("verifyLead", Actors.POINT);
        String task = desk.task("verifyLead");
        desk.claim(task, LIN);

        declares(LIN);

        assertThat(column("select coalesce(assignee, 'nobody') from work_item")).containsExactly("nobody");
        assertThat(offered("verifyLead")).containsExactly("pointConsultant:" + Actors.POINT);
        assertThat(column("select kind || ' ' || actor from timeline_event where kind = 'task.handedOn'"))
                .containsExactly("task.handedOn system");
        desk.claim(task, XU);
        assertThat(astray()).isEmpty();
    }

    @Test
    void oneStepFromTheTaskDeclaresAndHandsItOn() {
        relations.caseAt("verifyLead", Actors.POINT);
        String task = desk.task("verifyLead");
        desk.claim(task, LIN);

        assertThatThrownBy(() -> as(LIN, () -> declarations.declareFromTask(task, null, null, LIN)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(problem -> problem.field() + " " + problem.messageKey())
                        .containsExactly("person conflict.person.missing", "relation conflict.relation.missing"));
        as(LIN, () -> declarations.declareFromTask(task, home.headPersonId(), Kinship.SIBLING, LIN));

        assertThat(column("select coalesce(assignee, 'nobody') from work_item")).containsExactly("nobody");
        assertThat(column("select source || ' ' || (id_hash is not null) from relative_filing"))
                .containsExactly("TASK true");
        assertThat(seen(LIN)).isEmpty();
    }

    @Test
    void aLeadAboutSomebodyWhoIsNotRegisteredIsClosedByItsNumber() {
        String stranger = "999999196104060127";
        Said said = new Said("褚样例", stranger, null, Actors.POINT, null, null, null);
        relations.lead(said, "9");
        assertThat(seen(GU)).containsKeys("lead", "work_item");

        as(GU, () -> declarations.declare(new NewFiling("褚样例", stranger, Kinship.PARENT, null), GU));

        assertThat(seen(GU)).doesNotContainKeys("lead", "work_item", "work_offer", "timeline_event", "lead_reply");
        assertThat(seen(SHI)).containsKeys("lead", "work_item");
    }

    @Test
    void aLeadWithoutANumberIsFiledByItselfAndFollowed() {
        relations.lead(new Said("褚样例", null, null, Actors.POINT, null, null, null), "9");
        String task = desk.task("triageLead");

        as(GU, () -> declarations.declareFromTask(task, null, Kinship.PARENT, GU));
        assertThat(seen(GU)).doesNotContainKeys("lead", "work_item", "work_offer", "timeline_event", "lead_reply");

        desk.system(
                () -> jdbc.update("update lead set household_id = ?, person_id = ?", home.id(), home.headPersonId()));
        assertThat(conflicts.excludes(GU.username(), home.id())).isTrue();
        assertThat(seen(GU)).doesNotContainKeys("lead", "work_item", "work_offer", "timeline_event", "lead_reply");
    }

    @Test
    void aRelativeWhoIsRegisteredLaterIsClosedFromThenOn() {
        String later = "999999196104060127";
        as(LIN, () -> declarations.declare(new NewFiling("褚样例", later, Kinship.PARENT, null), LIN));
        relations.caseAt("verifyLead", Actors.POINT);
        String task = desk.task("verifyLead");
        desk.claim(task, LIN);
        assertThat(seen(LIN)).containsKeys("person", "work_item");

        desk.system(() -> {
            long person = people.register(new NewPerson(Actors.POINT, "褚样例", later, null))
                    .id();
            households.addMember(home.id(), new NewHousehold.NewMember(person, Relation.PARENT, true));
            return person;
        });

        assertThat(seen(LIN)).isEmpty();
        assertThat(column("select coalesce(assignee, 'nobody') from work_item")).containsExactly("nobody");
    }

    @Test
    void aRelativeWhoLeavesTakesTheExclusionAlong() {
        Household second = homes.ofOne(Actors.POINT, "褚样例", "999999196104060127", "13800000127");
        desk.system(() -> {
            long person = people.register(new NewPerson(Actors.POINT, "吴假名", "999999199001230078", null))
                    .id();
            households.addMember(home.id(), new NewHousehold.NewMember(person, Relation.CHILD, true));
            return person;
        });
        as(LIN, () -> declarations.declare(new NewFiling("吴假名", "999999199001230078", Kinship.CHILD, null), LIN));
        assertThat(conflicts.excludes(LIN.username(), home.id())).isTrue();

        desk.system(() -> jdbc.update(
                """
                update household_member set household_id = ?
                where person_id = (select id from person where name = '吴假名') and to_on is null
                """,
                second.id()));

        assertThat(conflicts.excludes(LIN.username(), home.id())).isFalse();
        assertThat(conflicts.excludes(LIN.username(), second.id())).isTrue();
        assertThat(conflicts.excludedFrom(second.id())).containsExactly("lin.shiyong");
    }

    @Test
    void whereTheWholePointIsExcludedTheStationIsAsked() {
        relations.caseAt("verifyLead", Actors.POINT);
        for (Actor relative : List.of(LIN, HE)) {
            declares(relative);
            assertThat(offered("verifyLead")).containsExactly("pointConsultant:" + Actors.POINT);
        }
        declares(XU);

        assertThat(offered("verifyLead"))
                .containsExactly("pointConsultant:" + Actors.POINT, "stationConsultant:" + Actors.STATION);
        desk.claim(desk.task("verifyLead"), GU);
        assertThat(astray()).isEmpty();
    }

    @Test
    void theOnlyFiledConsultantOfAPointIsReplacedFromTheFirstTaskOn() {
        desk.system(() -> {
            register.setFiling("he.yanlian", Filing.WITHDRAWN, LocalDate.parse("2026-07-01"));
            register.setFiling("xu.moban", Filing.WITHDRAWN, LocalDate.parse("2026-07-01"));
            return true;
        });
        declares(LIN);
        relations.caseAt("conductHomeSurvey", Actors.POINT);

        assertThat(offered("conductHomeSurvey"))
                .containsExactly("pointConsultant:" + Actors.POINT, "stationConsultant:" + Actors.STATION);
        assertThat(column("select distinct done_by from task_done")).doesNotContain("lin.shiyong");
        assertThat(surveyors()).doesNotContain("lin.shiyong").contains("gu.yangban", "shi.fangzhen");
    }

    @Test
    void aStationIsReplacedByItsLeadAndALeadByTheDistrict() {
        relations.leadAt(Actors.POINT, "5");
        declares(GU);
        assertThat(offered("triageLead")).containsExactly("stationConsultant:" + Actors.STATION);
        declares(SHI);
        assertThat(offered("triageLead")).containsExactly("stationConsultant:" + Actors.STATION);
        declares(LU);

        assertThat(offered("triageLead"))
                .containsExactly("districtSupervisor:999901", "stationConsultant:" + Actors.STATION);
        desk.claim(desk.task("triageLead"), TANG);
    }

    @Test
    void aReviewThatOnlyItsSurveyorCouldDoGoesToTheDistrict() {
        String lead = relations.caseAt("scoreRisk", Actors.POINT);
        desk.system(() -> jdbc.update("update assessment set surveyors = 'lin.shiyong,gu.yangban'"));
        declares(SHI);
        declares(LU);

        relations.onTo("reviewAssessment", lead);

        assertThat(offered("reviewAssessment")).contains("districtSupervisor:999901");
        assertThatThrownBy(() -> desk.claim(desk.task("reviewAssessment"), GU)).isInstanceOf(Refusal.class);
        desk.claim(desk.task("reviewAssessment"), TANG);
    }

    @Test
    void anEndedFilingOpensEverythingAgainAndStays() {
        relations.caseAt("verifyLead", Actors.POINT);
        declares(LIN);
        long filing = desk.system(() -> jdbc.queryForObject("select id from relative_filing", Long.class));

        for (Actor nobody : List.of(LIN, HE, XU)) {
            assertThatThrownBy(() -> as(nobody, () -> declarations.end(filing, null, "填错了", nobody)))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> as(LU, () -> declarations.end(filing, null, " ", LU)))
                .isInstanceOf(InvalidInput.class);
        as(LU, () -> declarations.end(filing, null, "身份证号填错了", LU));

        assertThat(seen(LIN)).containsKeys("person", "work_item");
        desk.claim(desk.task("verifyLead"), LIN);
        assertThat(column("select ended_by || ' ' || ended_on from relative_filing"))
                .containsExactly("lu.shifan 2026-07-06");
        assertThat(column("select kind from audit_event where kind like 'RELATIVE%' order by id"))
                .containsExactly("RELATIVE_FILED", "RELATIVE_ENDED");
        assertThatThrownBy(() -> as(LU, () -> declarations.end(filing, null, "再一次", LU)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        declares(LIN);
        assertThat(seen(LIN)).isEmpty();
    }

    @Test
    void aFilingIsNeverChangedOrDeleted() {
        declares(LIN);
        for (String change : List.of(
                "delete from relative_filing",
                "update relative_filing set username = 'xu.moban'",
                "delete from relative_attempt")) {
            if (change.contains("attempt")) {
                conflicts.refuse(
                        desk.system(() -> households.subject("X", home.id(), null, Urgency.NORMAL)),
                        LIN,
                        ClaimGate.Deed.OPEN);
            }
            assertThatThrownBy(() -> desk.system(() -> jdbc.update(change)))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatIdentifiesIsEncryptedAndMasked() {
        declares(LIN);

        assertThat(column("select f::text from relative_filing f").get(0))
                .doesNotContain(Relations.FENG)
                .doesNotContain(Relations.FENG_ID);
        assertThat(scope(LIN).call(() -> declarations.of(LIN)))
                .extracting(filing -> filing.name() + " " + filing.idNumber())
                .containsExactly("冯** 999999********0103");
        assertThat(column("select subject_id || coalesce(detail, '') from audit_event")
                        .toString())
                .doesNotContain(Relations.FENG_ID);
    }

    @Test
    void aStationLeadFilesForTheStreetAndNobodyForThemselves() {
        NewFiling sister = new NewFiling(Relations.FENG, Relations.FENG_ID, Kinship.SIBLING, null);
        as(LU, () -> declarations.declareFor("lin.shiyong", sister, LU));

        assertThat(conflicts.excludes("lin.shiyong", home.id())).isTrue();
        for (Actor nobody : List.of(GU, HE)) {
            assertThatThrownBy(() -> as(nobody, () -> declarations.declareFor("xu.moban", sister, nobody)))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> as(LU, () -> declarations.declareFor("lu.shifan", sister, LU)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(LU, () -> declarations.declareFor("tang.xushe", sister, LU)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theCrossInspectionListIsForThoseWhoSupervise() {
        relations.caseAt("verifyLead", Actors.POINT);
        declares(LIN);
        assertThatThrownBy(() -> desk.claim(desk.task("verifyLead"), LIN)).isInstanceOf(Refusal.class);
        Actor cao = Actors.at("cao.shiyan", "曹试验", "999901", "inspector");

        for (Actor supervisor : List.of(LU, TANG, cao)) {
            assertThat(scope(supervisor)
                            .call(() -> declarations.crossInspection(null, supervisor))
                            .pairs())
                    .singleElement()
                    .satisfies(pair -> {
                        assertThat(pair.consultant()).isEqualTo("林试用");
                        assertThat(pair.filing().name()).isEqualTo("冯**");
                        assertThat(pair.personId()).isEqualTo(home.headPersonId());
                        assertThat(pair.refused()).isEqualTo(1);
                    });
        }
        for (Actor nobody : List.of(LIN, HE, GU)) {
            assertThatThrownBy(() -> as(nobody, () -> declarations.crossInspection(null, nobody)))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(seen(HE)).doesNotContainKeys("relative_filing", "relative_attempt");
        Actor elsewhere = Actors.at("x.y", "外街", "999901999", "stationLead");
        assertThat(scope(elsewhere)
                        .call(() -> declarations.crossInspection(null, elsewhere))
                        .pairs())
                .isEmpty();
    }

    @Test
    void theListIsPagedByKey() {
        for (int i = 0; i <= Declarations.PAGE; i++) {
            String number = withCheck("99999919500101" + String.format("%03d", i * 2 + 1));
            as(LIN, () -> declarations.declare(new NewFiling("某某", number, Kinship.OTHER, null), LIN));
        }
        CrossInspection first = scope(LU).call(() -> declarations.crossInspection(null, LU));
        CrossInspection second = scope(LU).call(() -> declarations.crossInspection(first.next(), LU));

        assertThat(first.pairs()).hasSize(Declarations.PAGE);
        assertThat(second.pairs()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void eachFieldThatDoesNotHoldIsNamed() {
        assertThatThrownBy(() -> as(
                        LIN,
                        () -> declarations.declare(
                                new NewFiling(" ", "999999195003120020", null, LocalDate.parse("2026-07-07")), LIN)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(problem -> problem.field())
                        .containsExactly("name", "idNumber", "relation", "sinceOn"));
        declares(LIN);
        assertThatThrownBy(() -> declares(LIN))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(problem -> problem.field() + " " + problem.messageKey())
                        .containsExactly("idNumber conflict.known"));
    }

    @Test
    void whateverElseChangesTheSweepHandsOn() {
        relations.caseAt("verifyLead", Actors.POINT);
        String task = desk.task("verifyLead");
        desk.claim(task, LIN);
        desk.system(() -> jdbc.update(
                """
                insert into relative_filing (username, relation, person_id, name, source, declared_by, declared_at, since_on,
                  district_code, street_code, point_code)
                values ('lin.shiyong', 'SIBLING', ?, '\\x00', 'SELF', 'lin.shiyong', now(), '2026-01-01', '999901', ?, ?)
                """,
                home.headPersonId(),
                Actors.STATION,
                Actors.POINT));

        openTasks.sweep();

        assertThat(column("select coalesce(assignee, 'nobody') from work_item")).containsExactly("nobody");
    }

    private static String withCheck(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    private List<String> surveyors() {
        return desk.system(() -> surveyors.of(home.place(), home.id())).stream()
                .map(Consultant::username)
                .toList();
    }

    /** Tasks about which the engine and the work list say different things. */
    private List<String> astray() {
        return column(
                """
                select w.task_id from work_item w join act_ru_task t on t.id_ = w.task_id
                where t.assignee_ is distinct from w.assignee
                  or exists (select 1 from work_offer o where o.task_id = w.task_id and o.taken <> (w.assignee is not null))
                """);
    }

    private void declares(Actor actor) {
        scope(actor)
                .run(() -> declarations.declare(
                        new NewFiling(Relations.FENG, Relations.FENG_ID, Kinship.SIBLING, null), actor));
    }

    private List<String> offered(String function) {
        return column(
                "select group_key from work_offer where task_id = '" + desk.task(function) + "' order by group_key");
    }

    private Map<String, Long> seen(Actor actor) {
        return scope(actor)
                .call(() -> transaction.execute(status -> {
                    Map<String, Long> seen = new TreeMap<>();
                    for (String table : jdbc.queryForList(
                            "select relname from pg_class where relkind = 'r' and relrowsecurity", String.class)) {
                        Long rows = jdbc.queryForObject("select count(*) from " + table, Long.class);
                        if (rows != null && rows > 0) {
                            seen.put(table, rows);
                        }
                    }
                    return seen;
                }));
    }

    private void as(Actor actor, Runnable work) {
        scope(actor).run(work);
    }

    /** As the filter of a request sets it. */
    private DataScope scope(Actor actor) {
        return AccessScope.of(actor).without(DataScope.system("test").call(() -> conflicts.closedTo(actor.username())));
    }

    private List<String> column(String sql) {
        return desk.system(() -> jdbc.queryForList(sql, String.class));
    }
}
