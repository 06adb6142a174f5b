package example.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.TablePreset;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.test.TestPostgres;
import example.bookbarn.Browser;
import example.bookbarn.Shop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** After a takeover new people sign up, the old application goes on, and an empty database gets the same tables. */
final class NewPeopleTest {

    private static final String PASSWORD = "Plum-harbour-4417";

    @TempDir
    private Path root;

    /** Those of every build; with {@code -Pproof}, or by their names in {@code -Dlockstile.rounds}, others. */
    static List<Round> rounds() {
        String chosen = System.getProperty("lockstile.rounds", "");
        return Round.all().stream()
                .filter(round -> chosen.isEmpty()
                        ? round.isAlways() || Boolean.getBoolean("lockstile.proof")
                        : round.name().matches(chosen))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void three_sign_up_beside_the_old_application(Round round) {
        String url = round.at(TestPostgres.freshDatabase());
        try (AdoptedHost host = new AdoptedHost(url, root)) {
            execute(host, round.sql());
            String[] takeover = takeover(round.said());
            host.run(Stream.concat(Stream.of(takeover), Stream.of("--dry-run")).toArray(String[]::new));
            assertThat(root).isEmptyDirectory();
            host.run(takeover);
            host.run("migrate");
            assertThat(host.findings()).isEmpty();
            signUp(host);
            execute(host, round.insert());
            execute(host, round.update());
            if (!round.read().isEmpty()) {
                oldPeopleSignIn(round, host, url);
            }
            assertThat(host.told(takeover)).contains("Nothing has come since");
            host.run("migrate");
            assertThat(host.findings()).isEmpty();
            try (AdoptedHost fresh = new AdoptedHost(round.at(TestPostgres.freshDatabase()), root)) {
                if (!round.fresh().isEmpty()) {
                    execute(fresh, round.fresh());
                }
                fresh.run("migrate");
                assertThat(fresh.findings()).isEmpty();
                signUp(fresh);
                fresh.run("migrate");
            }
        }
    }

    /** What the mapping does not read says nothing of these people. */
    private static ImportOptions named(JdbcSource source, Round round) {
        ImportOptions options = ImportOptions.defaults();
        List<String> read = List.of(
                "id",
                round.read().get(1).toLowerCase(Locale.ROOT),
                round.read().get(2).toLowerCase(Locale.ROOT));
        for (String column : source.columns(round.read().get(0))) {
            if (!read.contains(column.toLowerCase(Locale.ROOT))) {
                options = options.withColumn(column, ColumnMeaning.IGNORE);
            }
        }
        return options;
    }

    /** Read in place, twice: the first person of the old system signs in by the old password, and by no other. */
    private static void oldPeopleSignIn(Round round, AdoptedHost host, String url) {
        String address = round.read().get(1);
        TablePreset preset = TablePreset.of(
                round.name(),
                round.read().get(0),
                ImportHints.of("bcrypt").cutAt72(),
                person -> person.identifiers(
                                new IdentifierColumns(address, null, null, null).signingInByEmail(), Proofs.ALL)
                        .password(round.read().get(2))
                        .trust(Trust.always(true)));
        for (int run = 0; run < 2; run++) {
            try (JdbcSource source = JdbcSource.open(new SourceAccess(url, null, null))) {
                new Importing(InPlaceStore.on(host.entities())).run(source, preset, named(source, round));
            }
        }
        try (Shop shop = Shop.open(host.store(), new RecordingEmailSender(), Browser.settings())) {
            Browser browser = new Browser(shop.port());
            assertThat(browser.signIn("u1@ex.org", PASSWORD)).isEqualTo(200);
            assertThat(browser.signIn("u1@ex.org", PASSWORD + "x")).isEqualTo(401);
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
                "o_tenants | users.member_no may not be empty in rows that are added here, and two rows may not have the same",
                "o_tenants | users.badge may not be empty in rows that are added here, and its type (inet)",
                "o_bookings | users.desk may not be empty in rows that are added here, and two rows may not have the same",
                "o_refusing | users.slug may not be empty in rows that are added here, and two rows may not have the same",
                "o_two_kinds | which table is the user? customers",
                "o_history | which table is the user? Users",
                "o_logins | which table is the user? login",
                "n_strapi | which table is the user? admin_users (named like users, with a password, with an address or a"
                        + " name, refers to admin_users); up_users",
                "n_mastodon | which table is the user? accounts (named like users, without a password, with an address or a"
                        + " name); users",
                "n_betterauth | which table is the user? account (named like users, with a password, without an address or"
                        + " a name, refers to user); user (named like users, without a password, with an address or a name)",
            })
    void what_is_not_known_is_asked(String schema, String question) {
        try (AdoptedHost host = new AdoptedHost(TestPostgres.freshDatabase(), root)) {
            execute(host, sql(schema));
            assertThat(host.told(takeover())).contains(question);
            assertThat(root).isEmptyDirectory();
        }
    }

    @Test
    void a_check_tries_two_people_and_keeps_neither() {
        try (AdoptedHost host = new AdoptedHost(TestPostgres.freshDatabase(), root)) {
            execute(host, sql("c_unique"));
            assertThat(host.told(takeover("--fill", "slug=everyone"))).contains("two rows may not have the same value");
            host.run(takeover("--fill", "slug=uuid"));
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

    private String[] takeover(String... said) {
        return takeover(List.of(said));
    }

    private String[] takeover(List<String> said) {
        List<String> line = new ArrayList<>(List.of(
                "takeover",
                "--package",
                "old.app",
                "--entities",
                root.resolve("java").toString()));
        line.addAll(said);
        return line.toArray(String[]::new);
    }

    private static void execute(AdoptedHost host, String sql) {
        Sql.execute(host.pool(), sql);
    }

    private static String sql(String schema) {
        return Round.resource(schema + ".sql");
    }
}
