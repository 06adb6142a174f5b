package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The password of a second row opens an account that has none, if the row's own address was proven. */
final class SecondPasswordTest {

    private final MigrationFixture fixture = new MigrationFixture(new InMemoryAuthStore());
    private final JdbcDataSource old = new JdbcDataSource();
    private String url;

    @BeforeEach
    void two_tables() {
        url = "jdbc:h2:mem:second_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        old.setURL(url);
        Sql.execute(
                old,
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)");
    }

    private String hash(String password) {
        return fixture.passwords().hasher().hash(Secret.of(password));
    }

    private ImportReport move(String main, String second, boolean verified) {
        Sql.execute(
                old,
                "insert into fu_users values (1, 'ann@example.com', '" + main + "', true, false, true)",
                "insert into users values (2, 'ann', 'ann@example.com', '" + second + "', 1, 'user', false, " + verified
                        + ")");
        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            return new UserImport(fixture.target(), ImportOptions.defaults())
                    .run(source, new FastApiUsersPreset(), entry -> {});
        }
    }

    private boolean opens(String password) {
        return MigrationFixture.signsIn(fixture.node(builder -> builder), "ann@example.com", password);
    }

    @Test
    void an_unproven_one_opens_nothing_and_is_told() {
        ImportReport report = move("!disabled", hash("second-harbour-4417"), false);
        assertThat(opens("second-harbour-4417")).isFalse();
        assertThat(report.warnings())
                .containsEntry("second_row_unproven", 1L)
                .containsEntry("second_password_dropped", 1L);
    }

    @Test
    void a_proven_one_needs_no_word() {
        ImportReport report = move("!disabled", hash("second-harbour-4417"), true);
        assertThat(opens("second-harbour-4417")).isTrue();
        assertThat(report.warnings()).doesNotContainKeys("second_row_unproven", "second_password_dropped");
    }

    @Test
    void beside_a_password_of_the_main_row_it_is_dropped() {
        ImportReport report = move(hash("first-harbour-4417"), hash("second-harbour-4417"), false);
        assertThat(opens("first-harbour-4417")).isTrue();
        assertThat(opens("second-harbour-4417")).isFalse();
        assertThat(report.warnings()).containsEntry("second_password_dropped", 1L);
    }
}
