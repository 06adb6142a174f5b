package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A person of Keycloak with several password credentials signs in by the one that Keycloak asks first. */
final class KeycloakPasswordsTest {

    private static final String SECRET = "{\"value\":\"%s\",\"salt\":\"c2FsdHNhbHRzYWx0c2FsdA==\"}";
    private static final String DATA =
            "{\"hashIterations\":1000,\"algorithm\":\"pbkdf2-sha256\",\"additionalParameters\":{}}";
    private static final String FIRST = "A".repeat(43);
    private static final String SECOND = "B".repeat(42) + "A";

    @Test
    void the_password_of_the_lowest_priority_figure_is_taken_whatever_the_order_of_the_rows() {
        assertThat(password(10, 20)).contains(FIRST).doesNotContain(SECOND);
        assertThat(password(20, 10)).contains(SECOND).doesNotContain(FIRST);
    }

    private static String password(int first, int second) {
        String url = "jdbc:h2:mem:keycloak_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        JdbcDataSource tables = new JdbcDataSource();
        tables.setURL(url);
        Sql.execute(
                tables,
                "create table user_entity (id varchar(36) primary key, email varchar(255), email_verified boolean,"
                        + " enabled boolean, realm_id varchar(255), username varchar(255))",
                "create table credential (id varchar(36) primary key, type varchar(255), user_id varchar(36),"
                        + " secret_data varchar, credential_data varchar, priority int)",
                "insert into user_entity values ('u1', 'ana@example.com', true, true, 'acme', 'ana')",
                credential("c1", FIRST, first),
                credential("c2", SECOND, second));
        try (JpaHost host = JpaHost.onH2();
                Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            new UserImport(
                            new ImportTarget(
                                    host.store(),
                                    IdentifierRules.standard(),
                                    Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                                            .formats(),
                                    Clock.fixed(Importing.NOW, ZoneOffset.UTC)),
                            ImportOptions.defaults())
                    .run(source, Presets.named("keycloak", null), ImportWatch.none());
            return host.rows("select password_hash from auth_user").get(0).get("password_hash");
        }
    }

    private static String credential(String id, String value, int priority) {
        return "insert into credential values ('" + id + "', 'password', 'u1', '" + SECRET.formatted(value + "=")
                + "', '" + DATA + "', " + priority + ")";
    }
}
