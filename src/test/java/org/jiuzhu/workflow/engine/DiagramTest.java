package org.jiuzhu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiagramTest {

    private static final Path FILE = Path.of("processes/referral/referral.bpmn");
    private Diagram referral;

    @BeforeEach
    void read() throws IOException {
        referral = Diagram.read(Files.newInputStream(FILE));
    }

    @Test
    void namesAreKnownInBothLanguages() {
        assertThat(referral.names().get("userTask_acceptReferral"))
                .isEqualTo(new Diagram.Names("接收转介", "Accept referral"));
        assertThat(referral.names().get("referral").chinese()).isEqualTo("转介服务");
    }

    @Test
    void theEnglishDiagramShowsEnglishAndKeepsItsShapes() {
        assertThat(referral.english())
                .contains("name=\"Accept referral\"")
                .contains("bpmnElement=\"userTask_acceptReferral\"")
                .doesNotContain("接收转介");
    }

    @Test
    void theChineseDiagramIsTheFileItself() throws IOException {
        assertThat(referral.chinese()).isEqualTo(Files.readString(FILE));
    }
}
