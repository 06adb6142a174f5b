package example.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.test.TestPostgres;
import example.bookbarn.Browser;
import example.bookbarn.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After a takeover new people sign up, the old application goes on, and an empty database gets the same tables. */
final class NewPeopleTest {

    private static final String PASSWORD = "Plum-harbour-4417";

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c_unique | --fill slug=uuid | insert into users (email, password, slug) values ('old@ex.org', 'x', 'old')",
                "c_partial | --fill username_lower=uuid | insert into users (email, password, username_lower) values"
                        + " ('old@ex.org', 'x', 'old')",
                "c_check | --fill plan=free | insert into users (email, password, plan) values ('old@ex.org', 'x', 'paid')",
                "c_checks | --fill password=none | insert into users (email, password) values ('old@ex.org', 'x')",
                "c_generated | | insert into users (email, password) values ('old@ex.org', 'x')",
                "c_uuiddef | | insert into users (email, password) values ('old@ex.org', 'x')",
                "c_domain | | insert into users (email, password) values ('old@ex.org', 'x')",
                "n_betterauth | --table user=user | insert into \"user\" (id, name, email, \"emailVerified\") values"
                        + " ('old', 'Old', 'old@ex.org', true)",
                "n_directus | | insert into directus_users (id, email) values (gen_random_uuid(), 'old@ex.org')",
                "n_drizzle | | insert into users (id, email) values ('old', 'old@ex.org')",
                "n_grails | | insert into \"user\" values (401, 0, false, 'old', false, 'x', false, true)",
                "n_hasura | | insert into \"user\" (email) values ('old@ex.org')",
                "n_phoenix | | insert into users (email, inserted_at, updated_at) values ('old@ex.org', now(), now())",
                "n_rails8 | | insert into users (email_address, password_digest, created_at, updated_at) values"
                        + " ('old@ex.org', 'x', now(), now())",
                "n_softdel | | insert into users (email, password_hash, full_name) values ('old@ex.org', 'x', 'Old')",
                "n_discourse | --table user=users --fill username_lower=uuid | insert into users (username,"
                        + " username_lower, created_at, updated_at, trust_level) values ('Old', 'old', now(), now(), 1)",
            })
    void three_sign_up_beside_the_old_application(String schema, String said, String insert) {
        try (AdoptedHost host = new AdoptedHost(TestPostgres.freshDatabase(), root)) {
            execute(host, sql(schema));
            host.run(takeover(said));
            host.run("migrate");
            assertThat(host.findings()).isEmpty();
            signUp(host);
            execute(host, insert);
            assertThat(host.told(takeover(said))).contains("Nothing has come since");
            host.run("migrate");
            assertThat(host.findings()).isEmpty();
            try (AdoptedHost fresh = new AdoptedHost(TestPostgres.freshDatabase(), root)) {
                fresh.run("migrate");
                assertThat(fresh.findings()).isEmpty();
                signUp(fresh);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c_unique | users.slug may not be empty in rows that are added here, and two rows may not have the same",
                "c_partial | users.username_lower may not be empty in rows that are added here, and two rows may not have",
                "c_fk | users.company_id may not be empty in rows that are added here, and it refers to a row of companies",
                "c_check | users.plan may not be empty in rows that are added here, and a constraint is put on it: CHECK",
                "n_betterauth | which table is the user? account (named like users, with a password, without an address or"
                        + " a name, refers to user); user (named like users, without a password, with an address or a name)",
            })
    void what_is_not_known_is_asked(String schema, String question) {
        try (AdoptedHost host = new AdoptedHost(TestPostgres.freshDatabase(), root)) {
            execute(host, sql(schema));
            assertThat(host.told(takeover(null))).contains(question);
            assertThat(root).isEmptyDirectory();
        }
    }

    @Test
    void a_check_tries_two_people_and_keeps_neither() {
        try (AdoptedHost host = new AdoptedHost(TestPostgres.freshDatabase(), root)) {
            execute(host, sql("c_unique"));
            assertThat(host.told(takeover("--fill slug=everyone"))).contains("two rows may not have the same value");
            host.run(takeover("--fill slug=uuid"));
            host.run("migrate");
            assertThat(host.findings()).isEmpty();
            execute(host, "alter table users alter column slug set default 'everyone'");
            assertThat(host.findings())
                    .singleElement()
                    .asString()
                    .startsWith("HM-11 ")
                    .contains("users_slug_key");
            assertThat(Sql.rows(host.pool(), "select count(*) as n from users").get(0))
                    .containsEntry("n", "20");
        }
    }

    private static void signUp(AdoptedHost host) {
        RecordingEmailSender mail = new RecordingEmailSender();
        try (Shop shop = Shop.open(host.store(), mail, Browser.settings())) {
            Browser browser = new Browser(shop.port());
            List<Integer> answers = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                answers.add(browser.post(
                                "/register/",
                                Map.of(
                                        "email",
                                        "new" + i + "@example.net",
                                        "password",
                                        PASSWORD,
                                        "password_confirm",
                                        PASSWORD,
                                        "first_name",
                                        "Ida",
                                        "last_name_1",
                                        "Alder",
                                        "terms_and_conditions_accepted",
                                        true))
                        .status());
            }
            assertThat(answers).containsExactly(201, 201, 201);
            assertThat(mail.await(3, Duration.ofSeconds(20))).as("messages").hasSize(3);
        }
    }

    private String[] takeover(@org.jspecify.annotations.Nullable String said) {
        List<String> line = new ArrayList<>(List.of(
                "takeover",
                "--package",
                "old.app",
                "--entities",
                root.resolve("java").toString()));
        if (said != null) {
            line.addAll(List.of(said.split(" ")));
        }
        return line.toArray(String[]::new);
    }

    private static void execute(AdoptedHost host, String sql) {
        Sql.execute(host.pool(), sql);
    }

    private static String sql(String schema) {
        try (InputStream file =
                Objects.requireNonNull(NewPeopleTest.class.getResourceAsStream("/schemas/" + schema + ".sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
