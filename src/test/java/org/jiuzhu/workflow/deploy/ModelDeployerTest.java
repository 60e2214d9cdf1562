package org.jiuzhu.workflow.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ships a module with two processes and a form, then again with changes, as upgrades do. */
@JiuzhuTest
class ModelDeployerTest {

    private static final AtomicInteger MODULES = new AtomicInteger();

    @Autowired
    ModelDeployer deployer;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Desk desk;

    @TempDir
    Path product;

    private String module;

    @BeforeEach
    void writeTheModule() throws IOException {
        module = "shipped" + MODULES.incrementAndGet();
        write("processes/" + module + "/one-" + module + ".bpmn", process("one-" + module, "一"));
        write("processes/" + module + "/two-" + module + ".bpmn", process("two-" + module, "二"));
        write("forms/" + module + "/form-" + module + ".form", "{\"id\": \"form-" + module + "\", \"components\": []}");
    }

    @Test
    void aModuleIsDeployedOnceUnderStableNames() throws IOException {
        start();
        start();

        assertThat(deployments()).isOne();
        assertThat(repository.getDeploymentResourceNames(newest("one").getDeploymentId()))
                .containsExactlyInAnyOrder(
                        "processes/" + module + "/one-" + module + ".bpmn",
                        "processes/" + module + "/two-" + module + ".bpmn",
                        "forms/" + module + "/form-" + module + ".form");
    }

    @Test
    void oneChangedFileBringsTheWholeModuleAgain() throws IOException {
        start();
        write(
                "forms/" + module + "/form-" + module + ".form",
                "{\"id\": \"form-" + module + "\", \"components\": [ ]}");
        start();

        assertThat(deployments()).isEqualTo(2);
        assertThat(newest("one").getVersion()).isEqualTo(2);
        assertThat(newest("two").getDeploymentId()).isEqualTo(newest("one").getDeploymentId());
    }

    @Test
    void aBrokenFileBringsNothingOfTheModule() throws IOException {
        write(
                "processes/" + module + "/two-" + module + ".bpmn",
                process("two-" + module, "二").replace("targetRef=\"e\"", ""));

        assertThatThrownBy(this::start).isInstanceOf(ParseException.class);
        assertThat(deployments()).isZero();
    }

    @Test
    void aModelersVersionIsNotSupersededAndTheShippedOneWaitsAsADraft() throws IOException {
        start();
        repository
                .createDeployment()
                .name(module)
                .source(ModelDeployer.MODELER)
                .addString("processes/" + module + "/one-" + module + ".bpmn", process("one-" + module, "改"))
                .deploy();

        start();
        assertThat(newest("one").getName())
                .as("an unchanged product says nothing")
                .isEqualTo("改");
        assertThat(drafts()).isEmpty();

        write("processes/" + module + "/two-" + module + ".bpmn", process("two-" + module, "新"));
        start();
        assertThat(newest("one").getName()).isEqualTo("改");
        assertThat(newest("two").getVersion()).isOne();
        assertThat(drafts())
                .containsExactly(
                        "forms/" + module + "/form-" + module + ".form",
                        "processes/" + module + "/one-" + module + ".bpmn",
                        "processes/" + module + "/two-" + module + ".bpmn");
    }

    /** Starts the product with the files as they are now. */
    private void start() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (var files = new URLClassLoader(new URL[] {product.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(files);
            deployer.deployShipped();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = product.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String process(String id, String name) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="e" /><endEvent id="e" />
                  </process>
                </definitions>
                """
                .formatted(id, name);
    }

    private long deployments() {
        return repository.createDeploymentQuery().deploymentName(module).count();
    }

    private ProcessDefinition newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process + "-" + module)
                .latestVersion()
                .singleResult();
    }

    private List<String> drafts() {
        return desk.system(() ->
                jdbc.queryForList("select name from model_draft where module = ? order by name", String.class, module));
    }
}
