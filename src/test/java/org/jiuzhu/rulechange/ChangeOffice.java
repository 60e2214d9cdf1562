package org.jiuzhu.rulechange;

import static java.time.LocalDate.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.visit.Forecast;
import org.jiuzhu.visit.PlanChange;
import org.jiuzhu.workflow.deploy.ModelDeployer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** The district's desk where rule changes are asked for, looked at and ordered. */
@TestComponent
class ChangeOffice {

    static final Actor DISTRICT = Actors.at("tang.xushe", "唐虚设", DemoNetwork.DISTRICT_CODE, "districtSupervisor");

    private final RepositoryService repository;
    private final RuleChanges changes;
    private final RulePreviews previews;
    private final People people;
    private final Desk desk;
    private final JdbcTemplate jdbc;

    ChangeOffice(
            RepositoryService repository,
            RuleChanges changes,
            RulePreviews previews,
            People people,
            Desk desk,
            JdbcTemplate jdbc) {
        this.repository = repository;
        this.changes = changes;
        this.previews = previews;
        this.people = people;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** What ships is in force again for whichever test comes next. */
    void takeTheTablesBack() {
        for (Deployment deployed : repository
                .createDeploymentQuery()
                .deploymentSource(ModelDeployer.MODELER)
                .list()) {
            repository.deleteDeployment(deployed.getId());
        }
    }

    NewRuleChange cadence(String profile, UnaryOperator<Duty> other, LocalDate on, boolean atOnce) {
        List<CadenceRow> rows = desk.system(() -> changes.rows(Kind.CADENCE, profile)).stream()
                .map(CadenceRow.class::cast)
                .map(row -> row.with(other.apply(row.duty())))
                .toList();
        return new NewRuleChange(Kind.CADENCE, profile, null, on, rows, atOnce, "试行");
    }

    static NewRuleChange on(NewRuleChange asked, LocalDate day) {
        return new NewRuleChange(
                asked.kind(), asked.profile(), asked.orgCode(), day, asked.rows(), asked.atOnce(), asked.reason());
    }

    RuleChange order(NewRuleChange asked) {
        return desk.system(() -> changes.order(asked, DISTRICT));
    }

    RuleChange get(RuleChange change) {
        return desk.system(() -> changes.get(change.number(), DISTRICT));
    }

    /** The preview to its end. */
    Forecast whole(NewRuleChange asked) {
        return Objects.requireNonNull(DataScope.system("test")
                .call(() -> previews.look(asked, DISTRICT))
                .forecast());
    }

    List<PlanChange> people(NewRuleChange asked, long after, int most) {
        return DataScope.system("test").call(() -> previews.people(asked, after, most, DISTRICT));
    }

    /** By field; fails where nothing is wrong. */
    List<String> problems(NewRuleChange asked) {
        try {
            whole(asked);
        } catch (InvalidInput invalid) {
            return invalid.problems().stream()
                    .map(problem -> problem.field() + " " + problem.messageKey())
                    .toList();
        }
        throw new AssertionError("Taken: " + asked);
    }

    /** Somebody with a benefit, not yet seventy. */
    long recipient(String point) {
        return desk.system(() -> people.register(new NewPerson(
                        point,
                        "周例子",
                        null,
                        null,
                        null,
                        parse("1966-08-15"),
                        PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                .id());
    }

    List<String> texts(String sql, Object... values) {
        return desk.system(() -> jdbc.queryForList(sql, String.class, values));
    }

    List<String> audited() {
        return texts("select detail from audit_event where kind = 'MODEL_CHANGED' order by id");
    }
}
