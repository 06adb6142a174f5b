package dev.lockstile.auth.cutover.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old answers beside those that would be given here, on a real database that stays as it is. */
abstract class ShadowContract {

    private static final int STEP = Integer.getInteger("lockstile.shadow.step", 10);
    private static final String WORD = "old-harbour-4417";
    private static final String HASH = "'pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM='";

    private JpaHost host;
    private MigrationFixture app;
    private ShadowSignIn shadow;

    abstract JpaHost openHost();

    @BeforeEach
    void move_in() {
        host = openHost();
        app = new MigrationFixture(host.store());
    }

    @AfterEach
    void leave() {
        shadow.close();
        host.close();
    }

    private void look(Auth auth, PersonImport ledger) {
        ShadowSettings all = ShadowSettings.STANDARD.withRate(1).withQueueSize(1_000);
        shadow = new ShadowSignIn(new AnswerPrediction(auth.dryRun(), ledger), all, app.clock);
    }

    private ShadowReport report() {
        while (shadow.compareNext()) {
            // until all are compared
        }
        return shadow.report();
    }

    @Test
    void people_of_django_are_answered_alike_but_for_the_one_whose_hash_differs() {
        new Importing(host.store())
                .run(
                        JdbcSource.open(new SourceAccess(LegacyDump.djangoOtp(), null, null)),
                        DjangoPreset.standard(),
                        ImportOptions.defaults());
        look(
                app.node(builder -> builder),
                new PersonImport(app.target(), DjangoPreset.standard(), ImportOptions.defaults()));
        List<Map<String, String>> rows = sample(Csv.read("/legacy/django_otp.credentials.csv"));
        Map<String, List<String>> before = tables();

        rows.forEach(this::signIn);
        ShadowReport alike = report();
        assertThat(alike.mismatches())
                .as("names that differ by case are one name here, and one of two has it")
                .allSatisfy(one -> {
                    assertThat(one.target()).isEqualTo(TargetAnswer.ANOTHER_PERSON);
                    assertThat(sharers(one.legacyId())).hasSize(2);
                });
        assertThat(alike.counts().alike()).isGreaterThan(rows.size() - 10);
        assertThat(alike.counts().compared()).isEqualTo(rows.size());
        assertThat(alike.passwords().get("refused"))
                .as("the names of four lead to their twins")
                .isEqualTo(Map.of("disabled", 17L, "no_password", 20L, "wrong_password", 4L));
        assertThat(tables()).as("row by row").isEqualTo(before);

        List<Map<String, String>> few = rows.stream()
                .filter(row -> row.get("expected_login").equals("yes"))
                .filter(row -> !row.get("dirt").contains("twin"))
                .limit(4)
                .toList();
        String someone = few.get(2).get("id");
        host.execute("update auth_user set password_hash = " + HASH + " where cast(id as varchar(40)) ="
                + " (select local_ref from auth_legacy_link where entity = 'users' and legacy_id = '" + someone + "')");
        few.forEach(this::signIn);
        ShadowReport differs = report();
        assertThat(differs.counts().different()).isEqualTo(alike.counts().different() + 1);
        assertThat(differs.mismatches())
                .filteredOn(one -> one.target() == TargetAnswer.WRONG_PASSWORD)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.legacyId()).isEqualTo(someone);
                    assertThat(one.legacy()).isEqualTo(LegacyAnswer.Verdict.SIGNED_IN);
                    assertThat(one.passwordFormat()).isEqualTo("django_pbkdf2_sha256");
                });
    }

    /** All users whose user name differs from that of this person by case at most. */
    private static List<Map<String, String>> sharers(String id) {
        List<Map<String, String>> all = Csv.read("/legacy/django_otp.credentials.csv");
        String name = all.stream()
                .filter(row -> row.get("id").equals(id))
                .findFirst()
                .orElseThrow()
                .get("username");
        return all.stream()
                .filter(row -> row.get("username").equalsIgnoreCase(name))
                .toList();
    }

    /** All users whom the old server refused, and every so many of the others. */
    private static List<Map<String, String>> sample(List<Map<String, String>> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> i % STEP == 0 || rows.get(i).get("expected_login").equals("no"))
                .mapToObj(rows::get)
                .toList();
    }

    private void signIn(Map<String, String> row) {
        String password = row.get("password").isEmpty() ? "any-word-at-all-1" : row.get("password");
        LegacyAnswer answer = row.get("expected_login").equals("yes") ? LegacyAnswer.SIGNED_IN : LegacyAnswer.REFUSED;
        shadow.compare(row.get("username"), Secret.of(password), answer.about("users", row.get("id")));
    }

    @Test
    void each_difference_has_its_reason() {
        SmallLegacy legacy = new SmallLegacy();
        for (long id = 1; id <= 6; id++) {
            legacy.user(id, "password", HASH, "phone", "'+52551234000" + id + "'")
                    .profile(id, id);
        }
        new Importing(host.store()).run(legacy.source());
        PersonImport ledger = new PersonImport(app.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        Auth auth = app.node(builder -> builder);
        auth.admin().markVerified(ledger.userOf("users", "1").orElseThrow(), IdentifierKind.PHONE);
        auth.admin().markVerified(ledger.userOf("users", "4").orElseThrow(), IdentifierKind.PHONE);
        auth.admin().disable(ledger.userOf("users", "2").orElseThrow());
        auth.admin().delete(ledger.userOf("users", "3").orElseThrow());
        look(auth, ledger);

        shadow.compare("user1@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "1"));
        shadow.compare("user2@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "2"));
        shadow.compare("user3@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "3"));
        shadow.compare("user4@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "5"));
        shadow.compare("five@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "5"));
        shadow.compare("nobody@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "77"));
        shadow.compare("user6@example.com", Secret.of(WORD), LegacyAnswer.REFUSED.about("users", "6"));
        shadow.compare("user6@example.com", Secret.of("another-harbour-1"), LegacyAnswer.REFUSED.about("users", "5"));
        shadow.compare("nobody@example.com", Secret.of(WORD), LegacyAnswer.REFUSED);
        shadow.compareCode("+525512340001", LegacyAnswer.SIGNED_IN.about("users", "1"));
        shadow.compareCode("+525512340004", LegacyAnswer.SIGNED_IN.about("users", "1"));
        shadow.compareCode("+525512349999", LegacyAnswer.REFUSED);

        ShadowReport report = report();
        assertThat(report.passwords())
                .containsEntry(
                        "signed_in",
                        Map.of(
                                "signs_in", 1L,
                                "disabled", 1L,
                                "deleted", 1L,
                                "another_person", 1L,
                                "name_mismatch", 1L,
                                "unknown_name", 1L))
                .containsEntry("refused", Map.of("signs_in", 1L, "wrong_password", 1L, "unknown_name", 1L));
        assertThat(report.codes())
                .containsEntry("signed_in", Map.of("signs_in", 1L, "another_person", 1L))
                .containsEntry("refused", Map.of("unknown_name", 1L));
        assertThat(report.counts().alike()).isEqualTo(5);
        assertThat(report.counts().different()).isEqualTo(7);
        assertThat(report.mismatches()).hasSize(7);
    }

    @Test
    void before_any_import_the_old_hashes_are_tried_and_nobody_comes_over() {
        SmallLegacy legacy = new SmallLegacy();
        legacy.user(1, "password", HASH).profile(1, 1);
        legacy.user(2, "password", "'no-hash-of-any-kind'").profile(2, 2);
        PersonImport personImport =
                new PersonImport(app.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        JustInTimeMigration migration = new JustInTimeMigration(
                personImport,
                JdbcDirectory.of(legacy.database(), "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        look(app.node(builder -> builder.legacy(migration)), personImport);
        Map<String, List<String>> before = tables();

        shadow.compare("USER1@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "1"));
        shadow.compare("user1", Secret.of("another-harbour-1"), LegacyAnswer.REFUSED);
        shadow.compare("user2@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "2"));
        shadow.compareCode("user1@example.com", LegacyAnswer.SIGNED_IN.about("users", "1"));
        ShadowReport report = report();

        assertThat(report.passwords().get("signed_in")).isEqualTo(Map.of("would_migrate", 1L, "unknown_name", 1L));
        assertThat(report.codes().get("signed_in")).isEqualTo(Map.of("would_migrate", 1L));
        assertThat(report.mismatches())
                .singleElement()
                .satisfies(one -> assertThat(one.legacyId()).isEqualTo("2"));
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void who_is_here_and_signs_in_by_the_name_of_another_old_row_is_another_person() {
        SmallLegacy legacy = new SmallLegacy();
        legacy.user(1, "password", HASH).profile(1, 1);
        legacy.user(2, "password", HASH).profile(2, 2);
        PersonImport personImport =
                new PersonImport(app.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        Auth auth = app.node(builder -> builder.legacy(new JustInTimeMigration(
                personImport,
                JdbcDirectory.of(legacy.database(), "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock)));
        assertThat(MigrationFixture.signsIn(auth, "user1@example.com", WORD)).isTrue();
        look(auth, personImport);

        shadow.compare("user2@example.com", Secret.of(WORD), LegacyAnswer.SIGNED_IN.about("users", "1"));
        assertThat(report().passwords().get("signed_in")).isEqualTo(Map.of("another_person", 1L));
    }

    /** Every row of every table of ours. */
    private Map<String, List<String>> tables() {
        return host
                .rows("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                .stream()
                .map(row -> row.get("table_name"))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> host.rows("select * from \"" + name + "\"").stream()
                                .map(Map::toString)
                                .sorted()
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
