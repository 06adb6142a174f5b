package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What the commands of the write-back sync refuse before they do anything. */
final class WriteBackCommandTest {

    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();

    @Test
    void a_host_without_a_way_back_says_how_to_name_one() {
        assertThat(run("import", "write-back", "status")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("import", "write-back", "retry", "--all")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("ManagedHost.writeBack()");
    }

    @Test
    void a_retry_says_whom_it_is_for() {
        assertThat(run("import", "write-back", "retry")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("import", "write-back", "retry", "--all", "--reason", "no_email"))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("import", "write-back", "retry", "7", "--all")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(host.opened).as("the database stays closed").isZero();
        assertThat(err.toString()).contains("--reason REASON");
    }

    @Test
    void without_a_verb_it_lists_them() {
        assertThat(run("import", "write-back")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("status", "retry");
    }

    private int run(String... line) {
        ManageCommands commands = ManageCommands.of(host::open);
        commands.commandLine().setOut(new PrintWriter(new StringWriter(), true)).setErr(new PrintWriter(err, true));
        return commands.run(line);
    }
}
