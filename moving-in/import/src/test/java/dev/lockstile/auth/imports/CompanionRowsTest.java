package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.Sql;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A row of a companion table is merged into an account of a main table alone, never into another row of its own table.
 */
final class CompanionRowsTest {

    private final String url = "jdbc:h2:mem:two_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    private final JdbcDataSource tables = new JdbcDataSource();
    private final JpaHost host = JpaHost.onH2();

    CompanionRowsTest() {
        tables.setURL(url);
        Sql.execute(
                tables,
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)",
                "insert into fu_users values (1, 'bob@example.com', '!disabled', true, false, true)");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void two_rows_of_one_address_without_a_main_account_stay_two() {
        second(7, "ann", "ann@example.com");
        second(8, "annie", "ann@example.com");

        ImportReport report = imported();

        assertThat(report.entities().get("users").in(State.MERGED)).isZero();
        assertThat(account("7")).isNotEqualTo(account("8"));
        assertThat(host.rows("select username from auth_user where username in ('ann', 'annie')"))
                .hasSize(2);
    }

    @Test
    void two_rows_of_the_address_of_a_main_account_are_both_that_account() {
        second(7, "bob", "bob@example.com");
        second(8, "bobby", "bob@example.com");

        ImportReport report = imported();

        assertThat(report.entities().get("users").in(State.MERGED)).isEqualTo(2);
        assertThat(host.count("select count(*) from auth_user")).isEqualTo(1);
    }

    private void second(int id, String name, String email) {
        Sql.execute(
                tables,
                "insert into users values (" + id + ", '" + name + "', '" + email
                        + "', '!disabled', 1, 'user', false, true)");
    }

    private ImportReport imported() {
        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            return new Importing(host.store())
                    .run(
                            source,
                            new FastApiUsersPreset(),
                            ImportOptions.defaults().withBatchSize(1));
        }
    }

    private String account(String legacyId) {
        return host.rows("select local_ref from auth_legacy_link where entity = 'users' and legacy_id = '" + legacyId
                        + "'")
                .get(0)
                .get("local_ref");
    }
}
