package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan and a run say with which sites people sign in, and which of them the host does not serve yet. */
final class ImportedProvidersTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();
    private final String url = "jdbc:h2:mem:old_" + UUID.randomUUID() + ";DATABASE_TO_LOWER=TRUE";

    @TempDir
    private Path folder;

    private Connection old;

    @BeforeEach
    void oldSystem() throws SQLException {
        old = DriverManager.getConnection(url, "reader", "");
        try (Statement statement = old.createStatement()) {
            statement.execute(
                    "create table authentication_user (id bigint primary key, password varchar, email varchar,"
                            + " username varchar, phone varchar, is_active boolean, is_verified boolean, deleted timestamp,"
                            + " date_joined timestamp)");
            statement.execute("create table authentication_profile (id bigint primary key, user_id bigint, is_default"
                    + " boolean, is_active boolean, role varchar, deleted timestamp)");
            statement.execute(
                    "create table authentication_socialaccount (id bigint primary key, user_id bigint, provider varchar,"
                            + " provider_user_id varchar, email varchar, email_verified boolean)");
            for (int user = 1; user <= 4; user++) {
                statement.execute("insert into authentication_user values (" + user + ", '!', 'p" + user
                        + "@example.com', 'p" + user + "', null, true, true, null, timestamp '2020-01-01 00:00:00')");
            }
        }
        account(1, "google", "'g-1'");
        account(2, "google", "'g-2'");
        account(3, "apple", "'a-3'");
        account(4, "a\u001b[2Jb", "'x-4'");
        account(4, "forum", "null");
    }

    private void account(long user, String provider, String subject) throws SQLException {
        try (Statement statement = old.createStatement()) {
            statement.execute("insert into authentication_socialaccount values ((select count(*) + 1 from"
                    + " authentication_socialaccount), " + user + ", '" + provider + "', " + subject
                    + ", null, false)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        old.close();
    }

    @Test
    void the_terminal_names_what_is_not_served_yet_and_the_report_counts_the_accounts() throws IOException {
        host.socialProviders = Set.of("google");
        assertThat(run("plan", "--plan", file("plan.json"))).as("%s", err).isEqualTo(ExitCodes.OK);
        assertThat(out.toString())
                .contains("each to be served under that name before the cut-over: {a?[2Jb=1, apple=1, google=2}")
                .contains("not served yet: a?[2Jb, apple")
                .doesNotContain("\u001b");
        assertThat(json("plan.json")
                        .path("counts")
                        .path("social_providers")
                        .path("google")
                        .asInt())
                .isEqualTo(2);

        assertThat(run("run", "--plan", file("plan.json"), "--report", file("report.json")))
                .isEqualTo(ExitCodes.OK);
        JsonNode counted = json("report.json").path("social_providers");
        assertThat(counted.propertyNames())
                .as("the one without an id is in quarantine")
                .hasSize(3);
        assertThat(counted.path("apple").asInt()).isEqualTo(1);
    }

    @Test
    void a_host_that_serves_all_or_does_not_tell_is_told_so() {
        assertThat(run("run")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("before the cut-over: {").doesNotContain("not served yet");
        host.socialProviders = Set.of("google", "apple", "a\u001b[2Jb", "another");
        assertThat(run("run")).as("again, with nothing new").isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("not served yet: none");
    }

    private int run(String command, String... more) {
        String[] all = new String[8 + more.length];
        String[] first = {"import", command, "--preset", "jb-drf-auth", "--source", url, "--source-user", "reader"};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.run(all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
    }
}
