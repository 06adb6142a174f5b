package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plan and run name people in the owner's file alone; the terminal has masked names, but for people with rights. */
final class MaskedTerminalTest extends ManageCommandsFixture {

    private static final String LOCKED = "carla.molina@example.com";
    private static final String UNCERTAIN = "diego.soto@example.com";
    private static final String RIGHTS = "rita.vega@example.com";

    @Override
    void fill(Statement old) throws SQLException {
        old.execute("alter table authentication_user add column is_staff boolean");
        old.execute("alter table authentication_user add column is_superuser boolean");
        old.execute("alter table authentication_user add column mfa_enabled varchar");
        old.execute("alter table authentication_user add column banned varchar");
        row(old, 1, LOCKED, "carlamolina", "false", "'1'", "null");
        row(old, 2, UNCERTAIN, "diegosoto", "false", "null", "'perhaps'");
        row(old, 3, RIGHTS, "ritavega", "true", "null", "null");
    }

    private static void row(
            Statement old, int id, String email, String name, String rights, String factor, String banned)
            throws SQLException {
        old.execute(
                "insert into authentication_user(id, password, email, username, is_active, is_verified, date_joined,"
                        + " is_staff, is_superuser, mfa_enabled, banned) values (" + id + ", '!', '" + email + "', '"
                        + name
                        + "', true, true, timestamp '2020-01-01 00:00:00', " + rights + ", " + rights + ", " + factor
                        + ", "
                        + banned + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "run"})
    void names_stand_in_the_owner_s_file_and_never_on_the_terminal(String command) throws IOException {
        Path report = folder.resolve("report.json");
        assertThat(run(importing(command, "--allow-factor-loss", "--report", report.toString())))
                .isEqualTo(ExitCodes.OK);

        String terminal = out.toString() + err;
        assertThat(terminal).contains("second_factor_lost: 1", "state_uncertain: 1", "privileged: 1");
        for (String name : List.of(LOCKED, UNCERTAIN, "carlamolina", "diegosoto", "molina", "soto@")) {
            assertThat(terminal).as(name).doesNotContainIgnoringCase(name);
        }
        Path named = folder.resolve("report.json.named.jsonl");
        List<String> people = Files.readAllLines(named);
        assertThat(people).anyMatch(line -> is(line, "second_factor_lost", LOCKED));
        assertThat(people).anyMatch(line -> is(line, "state_uncertain", UNCERTAIN));
        assertThat(people).anyMatch(line -> is(line, "privileged", RIGHTS));
        SkipReason.SYSTEM.skipUnless(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(named)))
                .isEqualTo("rw-------");
    }

    @Test
    void people_with_rights_stand_on_the_terminal_by_name() {
        assertThat(run(importing("plan", "--allow-factor-loss"))).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains(RIGHTS, "ritavega");
        assertThat(out.toString() + err).doesNotContain(LOCKED, UNCERTAIN);
    }

    @Test
    void a_check_names_a_column_that_tells_of_accounts_and_exits_with_5() throws IOException {
        Path people = Files.writeString(
                folder.resolve("users.csv"),
                "id,email,encrypted_password,account_status\n1,ana@example.com,,active\n2,bea@example.com,,frozen\n");
        String[] check = {"import", "check", "--phase", "before", "--preset", "devise", "--source", people.toString()};
        assertThat(run(check)).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("MB-17", "users.account_status looks like a state", "--column");
        out.getBuffer().setLength(0);

        String[] named = java.util.Arrays.copyOf(check, check.length + 2);
        named[check.length] = "--column";
        named[check.length + 1] = "account_status=enabled";
        run(named);
        assertThat(out.toString()).doesNotContain("MB-17");
    }

    private static boolean is(String line, String kind, String name) {
        JsonNode person = JsonMapper.shared().readTree(line);
        return person.path("kind").asString("").equals(kind) && line.contains(name);
    }
}
