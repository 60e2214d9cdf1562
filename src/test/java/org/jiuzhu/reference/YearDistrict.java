package org.jiuzhu.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.rulechange.CadenceRow;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RuleChange;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleChanges;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Actors;
import org.jiuzhu.workflow.deploy.ModelDeployer;

/** The district's supervisor orders some days ahead what is to hold. */
final class YearDistrict {

    static final Actor SUPERVISOR = Actors.at("tang.xushe", "唐虚设", DemoNetwork.DISTRICT_CODE, "districtSupervisor");

    private static final int DAYS_AHEAD = 9;

    private final YearTown town;
    private final RuleChanges changes;

    YearDistrict(YearTown town) {
        this.town = town;
        changes = town.ask(RuleChanges.class);
    }

    void of(LocalDate today) {
        for (YearOrder order : YearOrder.values()) {
            if (order.from() - DAYS_AHEAD == today.toEpochDay()) {
                town.as(SUPERVISOR, by -> changes.order(asked(order), by));
                town.settle();
            }
        }
    }

    /** How each of its orders stands. */
    List<RuleChange.State> orders() {
        return town.system(() -> changes.before(Long.MAX_VALUE, YearOrder.values().length + 1, SUPERVISOR)).stream()
                .map(RuleChange::state)
                .toList();
    }

    /** What ships is in force again. */
    void takeTheTablesBack() {
        RepositoryService repository = town.ask(RepositoryService.class);
        repository
                .createDeploymentQuery()
                .deploymentSource(ModelDeployer.MODELER)
                .list()
                .forEach(deployed -> repository.deleteDeployment(deployed.getId()));
    }

    private NewRuleChange asked(YearOrder order) {
        return switch (order) {
            case CHUANSHA_TWICE ->
                cadence(order, "chuansha", Tier.FLAT, duty -> new Duty(duty.per(), 2, duty.channels(), false));
            case HANGTOU_AS_CHANGNING ->
                new NewRuleChange(
                        Kind.PROFILE,
                        "changning",
                        DemoNetwork.HANGXING,
                        Shipped.date(order.from()),
                        List.of(),
                        order.isAtOnce(),
                        "与邻近街道一致。");
            case SONGJIANG_QUARTERLY ->
                cadence(
                        order,
                        "songjiang",
                        Tier.GENERAL,
                        duty -> new Duty(Per.QUARTER, duty.count(), duty.channels(), false));
        };
    }

    private NewRuleChange cadence(YearOrder order, String profile, Tier tier, UnaryOperator<Duty> other) {
        List<CadenceRow> rows = changes.rows(Kind.CADENCE, profile).stream()
                .map(CadenceRow.class::cast)
                .filter(row -> row.tiers().contains(tier))
                .map(row -> row.with(other.apply(row.duty())))
                .toList();
        return new NewRuleChange(
                Kind.CADENCE, profile, null, Shipped.date(order.from()), rows, order.isAtOnce(), "走访更密一些。");
    }
}
