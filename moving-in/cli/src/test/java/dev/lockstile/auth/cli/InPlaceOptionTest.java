package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** What an import in place refuses, before it touches a row. */
final class InPlaceOptionTest {

    private static final String SOURCE = "jdbc:h2:mem:in_place_option;DB_CLOSE_DELAY=-1";

    private final StringWriter said = new StringWriter();

    @Test
    void several_workers_cannot_follow_the_ledger() throws Exception {
        assertThat(run("--in-place", "--workers", "2")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(said.toString()).contains("--in-place goes with one worker only");
    }

    @Test
    void a_host_that_does_not_tell_its_persistence_unit_is_told_how() throws Exception {
        assertThat(run("--in-place=fu_users")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(said.toString()).contains("override ManagedHost.entities()");
    }

    private int run(String... how) throws Exception {
        try (Connection there = DriverManager.getConnection(SOURCE)) {
            assertThat(there.isValid(1)).isTrue();
        }
        ManageCommands commands = ManageCommands.of(new TestHost()::open);
        PrintWriter out = new PrintWriter(said);
        commands.commandLine().setOut(out).setErr(out);
        String[] line = new String[how.length + 6];
        System.arraycopy(
                new String[] {"import", "run", "--preset", "fastapi-users", "--source", SOURCE}, 0, line, 0, 6);
        System.arraycopy(how, 0, line, 6, how.length);
        return commands.run(line);
    }
}
