package org.jiuzhu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.messages.MessageFiles;
import org.jiuzhu.messages.UsedKeys;
import org.jiuzhu.models.Models;
import org.jiuzhu.shared.Numbers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Chinese and English say the same things, and everything that code and pages ask for is said. */
class MessagesTests {

    private static final MessageFiles SHIPPED = MessageFiles.shipped();

    @Test
    void everyTextHasItsTwin() {
        assertThat(SHIPPED.twins()).isEmpty();
    }

    @Test
    void noTextIsEmptyRepeatedOrHalfTranslated() {
        assertThat(SHIPPED.slips()).isEmpty();
    }

    @Test
    void everyKeyInCodeAndPagesIsSaid() {
        assertThat(UsedKeys.missing(UsedKeys.inTheProduct(), SHIPPED.keys())).isEmpty();
    }

    @Test
    void theTimeLineHasASentenceForEveryUserTask() {
        assertThat(Models.shipped().userTasks().map(task -> "timeline.task." + task))
                .isSubsetOf(SHIPPED.keys());
    }

    /** A task's page names what it is about by the sign of its number. */
    @Test
    void everyKindOfNumberHasAName() {
        assertThat(Arrays.stream(Numbers.Kind.values()).map(kind -> "worklist.number." + kind))
                .isSubsetOf(SHIPPED.keys());
    }

    @Nested
    class SeenRed {

        @Test
        void aMissingFileOrKeyIsReported() {
            assertThat(files("a.x=好", "a.y=Good").twins()).containsExactly("a.x is not in a_en", "a.y is not in a");
            assertThat(new MessageFiles(Map.of("a", List.of("a.x=好"))).twins())
                    .containsExactly("a has no English file");
            assertThat(new MessageFiles(Map.of("a_en", List.of("a.x=x"))).twins())
                    .containsExactly("a_en has no Chinese file");
        }

        @Test
        void otherValuesAreReported() {
            assertThat(files("a.x={0} 与 {1}", "a.x={0} and that").twins())
                    .containsExactly("a.x takes other values in English");
        }

        @Test
        void slipsAreReported() {
            assertThat(files("a.x=好", "a.x=好").slips()).containsExactly("a_en says a.x in Chinese");
            assertThat(files("a.x=", "a.x=Good").slips()).containsExactly("a says nothing for a.x");
            assertThat(files("a.x=好 {0}", "a.x=Don't {0}").slips()).containsExactly("a_en hides a value of a.x");
            assertThat(files("a.x=好", "a.x=Nobody''s").slips()).containsExactly("a_en doubles an apostrophe of a.x");
            assertThat(new MessageFiles(Map.of("a", List.of("a.x=好", "a.x=坏"))).slips())
                    .containsExactly("a says a.x again");
        }

        @Test
        void keysThatNobodySaysAreReported() {
            String source =
                    """
                    throw new Refusal(Kind.CONFLICT, "a.refused", name(task));
                    problems.add("items[" + i + "].goal", "a.problem");
                    FieldProblem.of(field(row), "a.field", 3);
                    words.say("a.kind." + kind);
                    throw new InvalidValue("a.invalid");
                    timeline.add("happened", subject, null, by, Map.of());
                    """;
            assertThat(UsedKeys.missing(UsedKeys.inJava("A.java", source), Set.of()))
                    .containsExactly(
                            "A.java says a.refused",
                            "A.java says a.field",
                            "A.java says a.problem",
                            "A.java says a.invalid",
                            "A.java says a.kind.…",
                            "A.java says timeline.happened");
            String page =
                    "<p th:text=\"#{a.one}\">x</p><p th:text=\"#{a.two(${n})}\">x</p><p th:text=\"#{|a.three.${x}|}\">x</p>";
            assertThat(UsedKeys.missing(UsedKeys.inTemplate("a.html", page), Set.of("a.one")))
                    .containsExactly("a.html says a.two", "a.html says a.three.…");
        }

        private static MessageFiles files(String chinese, String english) {
            return new MessageFiles(Map.of("a", List.of(chinese), "a_en", List.of(english)));
        }
    }
}
