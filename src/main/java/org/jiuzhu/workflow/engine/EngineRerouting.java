package org.jiuzhu.workflow.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.Rerouting;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineRerouting implements Rerouting {

    private static final String ORG = "orgCode";

    private final RuntimeService runtime;
    private final TaskChanges open;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;

    EngineRerouting(@Lazy RuntimeService runtime, TaskChanges open, DataScopes scopes, JdbcTemplate jdbc) {
        this.runtime = runtime;
        this.open = open;
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    @Override
    public void ofProcess(String businessKey, String orgCode) {
        scopes.runAsSystem("reroute", () -> reroute(roots(businessKey), orgCode));
    }

    @Override
    public void press(String businessKey, Urgency urgency) {
        scopes.runAsSystem("hasten", () -> {
            List<String> family = family(roots(businessKey));
            set(family, "urgency", urgency.name());
            tasks(family).forEach(task -> {
                open.describe(task);
                open.hasten(task);
            });
        });
    }

    @Override
    public void refile(String businessKey, long householdId, String orgCode) {
        scopes.runAsSystem("refile", () -> {
            List<String> roots = roots(businessKey);
            set(family(roots), "householdId", householdId);
            reroute(roots, orgCode);
        });
    }

    @Override
    public void ofHousehold(long householdId, String orgCode) {
        scopes.runAsSystem(
                "reroute",
                () -> reroute(
                        jdbc.queryForList(
                                """
                                select distinct e.root_proc_inst_id_ from work_item w
                                join act_ru_execution e on e.id_ = w.process_instance_id where w.household_id = ?
                                """,
                                String.class,
                                householdId),
                        orgCode));
    }

    @Override
    public void ofStaff(String username, Collection<String> groups) {
        scopes.runAsSystem("staff", () -> {
            jdbc.queryForList(
                            "select task_id from work_item where assignee = ? order by task_id", String.class, username)
                    .forEach(open::release);
            jdbc.queryForList(
                            "select distinct task_id from work_offer where group_key = any (?) order by task_id",
                            String.class,
                            (Object) groups.toArray(String[]::new))
                    .forEach(open::offerAsWell);
        });
    }

    @Override
    public void offerNoMore(String taskId, String group, boolean held) {
        scopes.runAsSystem("offer", () -> {
            if (held) {
                open.release(taskId);
            }
            jdbc.update("delete from work_offer where task_id = ? and group_key = ?", taskId, group);
        });
    }

    private void reroute(List<String> roots, String orgCode) {
        List<String> family = family(roots);
        List<String> tasks = tasks(family);
        Map<String, Set<String>> before = new HashMap<>();
        tasks.forEach(task -> before.put(task, open.read(task).groups()));
        set(family, ORG, orgCode);
        for (String task : tasks) {
            OpenTask now = open.read(task);
            if (!now.groups().equals(before.get(task))) {
                open.release(task);
                open.offerOnly(now);
                open.redate(task);
            }
            open.describe(task);
        }
    }

    private List<String> roots(String businessKey) {
        return jdbc.queryForList(
                "select distinct root_proc_inst_id_ from act_ru_execution where business_key_ = ?",
                String.class,
                businessKey);
    }

    private List<String> family(List<String> roots) {
        return jdbc.queryForList(
                "select distinct proc_inst_id_ from act_ru_execution where root_proc_inst_id_ = any (?)",
                String.class,
                (Object) roots.toArray(String[]::new));
    }

    private List<String> tasks(List<String> family) {
        return jdbc.queryForList(
                "select task_id from work_item where process_instance_id = any (?) order by task_id",
                String.class,
                (Object) family.toArray(String[]::new));
    }

    /** Where the process carries the variable; it is given none that it does not know. */
    private void set(List<String> family, String variable, Object value) {
        family.stream()
                .filter(instance -> runtime.getVariable(instance, variable) != null)
                .forEach(instance -> runtime.setVariable(instance, variable, value));
    }
}
