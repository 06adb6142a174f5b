package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan and a run say with which sites people sign in, and which of them the host does not serve yet. */
final class ImportedProvidersTest extends ManageCommandsFixture {

    @Override
    void fill(Statement old) throws SQLException {
        old.execute(
                "create table authentication_socialaccount (id bigint primary key, user_id bigint, provider varchar,"
                        + " provider_user_id varchar, email varchar, email_verified boolean)");
        for (int user = 1; user <= 4; user++) {
            old.execute("insert into authentication_user values (" + user + ", '!', 'p" + user + "@example.com', 'p"
                    + user + "', null, true, true, null, timestamp '2020-01-01 00:00:00')");
        }
        account(old, 1, "google", "'g-1'");
        account(old, 2, "google", "'g-2'");
        account(old, 3, "apple", "'a-3'");
        account(old, 4, "a\u001b[2Jb", "'x-4'");
        account(old, 4, "forum", "null");
    }

    private static void account(Statement old, long user, String provider, String subject) throws SQLException {
        old.execute("insert into authentication_socialaccount values ((select count(*) + 1 from"
                + " authentication_socialaccount), " + user + ", '" + provider + "', " + subject + ", null, false)");
    }

    @Test
    void the_terminal_names_what_is_not_served_yet_and_the_report_counts_the_accounts() throws IOException {
        host.socialProviders = Set.of("google");
        assertThat(run(importing("plan", "--plan", file("plan.json"))))
                .as("%s", err)
                .isEqualTo(ExitCodes.OK);
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

        assertThat(run(importing("run", "--plan", file("plan.json"), "--report", file("report.json"))))
                .isEqualTo(ExitCodes.OK);
        JsonNode counted = json("report.json").path("social_providers");
        assertThat(counted.propertyNames())
                .as("the one without an id is in quarantine")
                .hasSize(3);
        assertThat(counted.path("apple").asInt()).isEqualTo(1);
    }

    @Test
    void a_host_that_serves_all_or_does_not_tell_is_told_so() {
        assertThat(run(importing("run"))).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("before the cut-over: {").doesNotContain("not served yet");
        host.socialProviders = Set.of("google", "apple", "a\u001b[2Jb", "another");
        assertThat(run(importing("run"))).as("again, with nothing new").isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("not served yet: none");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
    }
}
