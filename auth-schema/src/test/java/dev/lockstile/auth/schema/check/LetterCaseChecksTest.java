package dev.lockstile.auth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Tokens that differ in upper and lower case are different tokens. */
final class LetterCaseChecksTest {

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void where_case_counts_there_is_nothing_to_say(TestDatabase database) {
        try (HikariDataSource pool = database.open()) {
            AuthSchema.builder(pool).build().migrate();
            assertThat(LetterCaseChecks.of(pool)).isEmpty();
        }
    }

    @Test
    void a_table_in_which_it_does_not_count_is_found_and_the_fix_is_one() throws Exception {
        try (HikariDataSource pool = TestDatabase.MARIADB.open()) {
            run(
                    pool,
                    "alter database " + pool.getJdbcUrl().replaceFirst(".*/(\\w+).*", "$1")
                            + " collate utf8mb4_general_ci");
            AuthSchema.builder(pool).build().migrate();
            assertThat(LetterCaseChecks.of(pool))
                    .extracting(Finding::id, Finding::where)
                    .contains(tuple("HM-07", "auth_session"));
            for (Finding finding : LetterCaseChecks.of(pool)) {
                run(pool, finding.fix().replaceFirst(";.*", ""));
            }
            assertThat(LetterCaseChecks.of(pool)).isEmpty();
        }
    }

    @Test
    void ids_at_other_sites_are_opaque_too() throws Exception {
        try (HikariDataSource pool = TestDatabase.MARIADB.open()) {
            run(
                    pool,
                    "create table their_social_account (provider_user_id varchar(255), issuer varchar(255),"
                            + " email varchar(254)) character set utf8mb4 collate utf8mb4_general_ci");
            assertThat(LetterCaseChecks.of(pool)).singleElement().satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("HM-07");
                assertThat(finding.where()).isEqualTo("their_social_account");
                assertThat(finding.toString()).contains("provider_user_id", "issuer");
            });
        }
    }

    private static void run(HikariDataSource pool, String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
