package dev.lockstile.auth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
            List<String> others = shapes(pool);
            for (Finding finding : LetterCaseChecks.of(pool)) {
                run(pool, finding.fix().replaceFirst(";.*", ""));
            }
            assertThat(LetterCaseChecks.of(pool)).isEmpty();
            assertThat(shapes(pool)).as("types, defaults and the other columns").isEqualTo(others);
        }
    }

    @Test
    void the_fix_leaves_how_columns_of_the_old_application_compare() throws Exception {
        try (HikariDataSource pool = TestDatabase.MARIADB.open()) {
            run(
                    pool,
                    "create table users (id bigint primary key, email varchar(255) not null unique, email_key"
                            + " varchar(320) default 'x' comment 'ours', name varchar(20)) character set utf8mb4 collate"
                            + " utf8mb4_unicode_ci");
            run(pool, "insert into users values (1, 'Ana@example.org', 'ana@example.org', 'Ana')");
            String fix = LetterCaseChecks.of(pool).get(0).fix();
            assertThat(fix).contains("email_key").doesNotContain("`email`", "`name`", "convert to");
            run(pool, fix.replaceFirst(";.*", ""));
            assertThat(LetterCaseChecks.of(pool)).isEmpty();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "select count(*) from users where email = 'ana@EXAMPLE.org' and email_key = 'ana@example.org'"
                                    + " and email_key <> 'ANA@example.org'")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getInt(1)).isEqualTo(1);
            }
        }
    }

    /** Every column with what a statement that alters another property of it may lose. */
    private static List<String> shapes(HikariDataSource pool) throws Exception {
        List<String> shapes = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select concat_ws(' ', table_name, column_name, column_type, is_nullable, column_default, column_key,"
                                + " extra) from information_schema.columns where table_schema = database() order by 1")) {
            while (found.next()) {
                shapes.add(found.getString(1));
            }
        }
        return shapes;
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
