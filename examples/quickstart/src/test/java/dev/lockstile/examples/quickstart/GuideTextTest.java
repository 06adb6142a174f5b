package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.examples.quickstart.GuideReader.OldHome;
import dev.lockstile.test.guide.GuideStep;
import dev.lockstile.test.guide.GuideText;
import dev.lockstile.test.guide.ShellWords;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guide that tells its reader to type something wrong does not pass. */
final class GuideTextTest {

    @TempDir
    private Path folder;

    @Test
    void a_command_that_is_right_passes() {
        assertThatCode(() -> follow("./quickstart import --help")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./quickstart migrat",
                "./quickstart import plann",
                "./quickstart import plan --presett django --source a.csv",
                "./quickstart import plan --preset djanko --source a.csv",
                "./quickstart import plan --preset django --source jdbc:postgresql://localhost:1/old"
            })
    void a_command_that_is_wrong_fails_with_its_place_and_what_it_said(String line) {
        assertThatThrownBy(() -> follow(line))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bad.md:4: exits with 2 and not with 0")
                .hasMessageContaining(line);
    }

    @Test
    void a_promise_of_another_exit_code_is_kept_or_fails() {
        assertThatCode(() -> follow("./quickstart migrat # exits with 2, since it is misspelt"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> follow("./quickstart import --help   # exits with 3"))
                .hasMessageContaining("exits with 0 and not with 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quickstart migrate",
                "./quickstart migrate; ./quickstart migrate",
                "./quickstart import status | head -1",
                "./quickstart import report > page.txt",
                "./quickstart import rollback --run $RUN --yes",
                "./quickstart import plan --source 'a.csv",
                "export A=b",
                "mongoexport --out a"
            })
    void what_cannot_be_tried_fails(String line) {
        assertThatThrownBy(() -> follow(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_of_ours_hides_in_other_blocks() {
        refused("```\n./quickstart migrate\n```", "outside of a block sh");
        refused("```console\n$ ./quickstart migrate\n```", "outside of a block sh");
        refused("<!-- elsewhere -->\n```sh\n./quickstart migrate\n```", "would not be tried");
        refused("```sql\nselect 1\n```", "sql without");
        refused("```sh\n./quickstart migrate\n", "does not end");
    }

    @Test
    void words_are_split_as_a_shell_does() {
        assertThat(ShellWords.split("a  'b c' \"d $X\" e\\ f g='h'i # not this", Map.of("X", "1 2")))
                .containsExactly("a", "b c", "d 1 2", "e f", "g=hi");
        assertThat(ShellWords.split("a#b ''", Map.of())).containsExactly("a#b", "");
    }

    @Test
    void a_long_command_may_go_over_several_lines() {
        assertThat(GuideText.read("a.md", "```sh\n./quickstart import plan \\\n    --strict  # exits with 3\n```"))
                .containsExactly(new GuideStep.Command("a.md:2", "./quickstart import plan --strict", 3));
    }

    @Test
    void a_command_of_the_second_terminal_serves() {
        assertThat(GuideText.read("a.md", "<!-- second terminal -->\n```sh\njava -jar target/app.jar\n```"))
                .containsExactly(new GuideStep.Server("a.md:3", "java -jar target/app.jar"));
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> GuideText.read("bad.md", text)).hasMessageContaining(why);
    }

    private void follow(String line) {
        Map<String, String> environment = Map.of(
                "QUICKSTART_DATA",
                folder.resolve("data").toString(),
                "QUICKSTART_DB_URL",
                "jdbc:h2:mem:guide-text;DB_CLOSE_DELAY=-1");
        try (GuideReader reader = new GuideReader(environment, folder, OldHome.NONE)) {
            reader.follow(GuideText.read("bad.md", "# Bad\n\n```sh\n" + line + "\n```\n"));
        }
    }
}
