package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.source.PeopleLookup;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.Sql;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look-up of one person, as just-in-time migration does it, in a source with several realms. */
final class RealmLookupTest {

    private final JdbcDataSource old = new JdbcDataSource();

    @BeforeEach
    void plant() {
        old.setURL("jdbc:h2:mem:realms_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        Sql.execute(
                old,
                "create table user_entity (id varchar(36) primary key, username varchar(255), email varchar(255),"
                        + " email_verified boolean, enabled boolean, realm_id varchar(255))",
                "create table credential (id varchar(36) primary key, user_id varchar(36), type varchar(255),"
                        + " secret_data varchar, credential_data varchar, priority int)",
                "create table realm (id varchar(36) primary key, name varchar(255))",
                "insert into realm values ('r0', 'master'), ('r1', 'shop'), ('r2', 'partners')",
                "insert into user_entity values ('k0', 'admin', 'root@acme.example', true, true, 'r0'),"
                        + " ('k1', 'john', 'john@acme.example', true, true, 'r1'),"
                        + " ('k2', 'johnp', 'john@acme.example', true, true, 'r2')",
                "create table users (id bigint primary key, email varchar(255), password varchar(255), tenant_id int)",
                "insert into users values (1, 'ana@acme.example', 'x', 7), (2, 'ana@acme.example', 'x', 8),"
                        + " (3, 'bea@acme.example', 'x', 7)");
    }

    @Test
    void the_realm_has_to_be_named() {
        assertThatThrownBy(() -> found("keycloak", null, "john@acme.example"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("ImportOptions.withRealm");
        assertThatThrownBy(() -> found("laravel", null, "bea@acme.example"))
                .as("where one row has the address, too")
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("ImportOptions.withRealm");
    }

    @Test
    void a_person_is_found_in_the_named_realm_alone() {
        assertThat(found("keycloak", "shop", "john@acme.example")).containsExactly("k1");
        assertThat(found("keycloak", "r2", "john@acme.example")).containsExactly("k2");
        assertThat(found("keycloak", "shop", "root@acme.example")).isEmpty();
        assertThat(found("laravel", "8", "ana@acme.example")).containsExactly("2");
        assertThat(found("laravel", "8", "bea@acme.example")).isEmpty();
        assertThat(found("laravel", "all", "bea@acme.example")).containsExactly("3");
    }

    @Test
    void master_is_refused() {
        assertThatThrownBy(() -> found("keycloak", "master", "root@acme.example"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("administer Keycloak itself");
    }

    /** The keys of those whose rows are not left out. */
    private List<String> found(String preset, @Nullable String realm, String email) {
        IdentifierRules rules = IdentifierRules.standard();
        ImportOptions options = ImportOptions.defaults();
        PeopleLookup lookup = new PeopleLookup(old, "an old database", Duration.ofSeconds(10));
        try (Source source = lookup.openFor(List.of(rules.email(email).orElseThrow()))) {
            return Presets.named(preset, null)
                    .people(source, (realm == null ? options : options.withRealm(realm)).reading(rules, Importing.NOW))
                    .tables()
                    .get(0)
                    .users(null, 10)
                    .stream()
                    .filter(user -> user.refusal() == null)
                    .map(UserDraft::origin)
                    .map(origin -> String.valueOf(origin.key()))
                    .toList();
        }
    }
}
