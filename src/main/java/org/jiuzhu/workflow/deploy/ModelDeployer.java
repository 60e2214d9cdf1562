package org.jiuzhu.workflow.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jiuzhu.shared.DataScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the models that ship with the product: per module all or nothing, under stable names, and only when one of
 * them changed. A version that a modeler rolled out is never superseded by a shipped one: that waits as a draft.
 */
@Component
public class ModelDeployer {

    /** Where a deployment comes from; the engine keeps it as the deployment's source. */
    public static final String SHIPPED = "shipped";

    public static final String MODELER = "modeler";

    private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);

    private final RepositoryService repository;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ModelDeployer(RepositoryService repository, JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Deploys every module found on the class path under {@code processes/} and {@code forms/}. */
    public void deployShipped() {
        Map<String, Map<String, byte[]>> modules = shipped();
        DataScope.system("deploy")
                .run(() -> transaction.executeWithoutResult(status -> {
                    // One node deploys, the others wait and then find everything unchanged.
                    jdbc.queryForList("select pg_advisory_xact_lock(hashtext('jiuzhu.deploy'))");
                    modules.forEach(this::deploy);
                }));
    }

    private void deploy(String module, Map<String, byte[]> resources) {
        Deployment latest = latest(module, null);
        Deployment shipped = latest(module, SHIPPED);
        if (shipped != null && sameResources(shipped, resources)) {
            return;
        }
        if (latest != null && MODELER.equals(latest.getSource())) {
            keepAsDraft(module, resources);
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name(module).source(SHIPPED);
        resources.forEach((name, bytes) -> deployment.addInputStream(name, new java.io.ByteArrayInputStream(bytes)));
        deployment.deploy();
        log.info("Deployed models of {}: {}", module, resources.keySet());
    }

    private @org.jspecify.annotations.Nullable Deployment latest(
            String module, @org.jspecify.annotations.Nullable String source) {
        var query = repository.createDeploymentQuery().deploymentName(module);
        if (source != null) {
            query.deploymentSource(source);
        }
        List<Deployment> newest = query.orderByDeploymentTime().desc().listPage(0, 1);
        return newest.isEmpty() ? null : newest.get(0);
    }

    private boolean sameResources(Deployment deployment, Map<String, byte[]> resources) {
        List<String> names = repository.getDeploymentResourceNames(deployment.getId());
        return names.size() == resources.size()
                && resources.entrySet().stream()
                        .allMatch(r -> names.contains(r.getKey()) && sameBytes(deployment, r.getKey(), r.getValue()));
    }

    private boolean sameBytes(Deployment deployment, String name, byte[] bytes) {
        try (var deployed = repository.getResourceAsStream(deployment.getId(), name)) {
            return Arrays.equals(deployed.readAllBytes(), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void keepAsDraft(String module, Map<String, byte[]> resources) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update("delete from model_draft where module = ?", module);
        resources.forEach((name, bytes) -> jdbc.update(
                "insert into model_draft (module, name, content, created_at) values (?, ?, ?, ?)",
                module,
                name,
                bytes,
                now));
        log.warn("Models of {} were rolled out by a modeler; the shipped ones wait as a draft", module);
    }

    private static Map<String, Map<String, byte[]>> shipped() {
        Map<String, Map<String, byte[]>> modules = new TreeMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (String pattern : List.of("processes/*/*.bpmn", "processes/*/*.dmn", "forms/*/*.form")) {
                for (Resource resource : resolver.getResources("classpath*:" + pattern)) {
                    String url = resource.getURL().toString();
                    String[] path = url.substring(url.lastIndexOf(pattern.substring(0, pattern.indexOf('/'))))
                            .split("/");
                    modules.computeIfAbsent(path[1], m -> new TreeMap<>())
                            .put(String.join("/", path), resource.getContentAsByteArray());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The shipped models could not be read", failed);
        }
        return modules;
    }
}
