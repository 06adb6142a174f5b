package dev.lockstile.auth.cutover.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Of the real old systems: a user whom an import lets sign in comes over by the same name and password, and no other
 * user.
 */
final class AdoptedSetsTest {

    /** All of them are for the proof of the import; here every so many are enough. */
    private static final int STEP = Integer.getInteger("lockstile.adopted.step", 12);

    @Test
    void people_of_jb_drf_auth_come_over_as_an_import_would_bring_them() {
        compare(LegacyDump.jbDrfAuth(), JbDrfAuthPreset.discovering(), "jb_drf_auth", "email");
    }

    @Test
    void people_of_both_tables_of_fastapi_users_come_over_as_an_import_would_bring_them() {
        compare(LegacyDump.fastApiUsers(), new FastApiUsersPreset(), "fastapi_users", "email");
        compare(LegacyDump.fastApiUsers(), new FastApiUsersPreset(), "fastapi_users", "username");
    }

    @Test
    void people_of_django_come_over_as_an_import_would_bring_them() {
        compare(LegacyDump.djangoOtp(), DjangoPreset.standard(), "django_otp", "username");
    }

    private static void compare(String url, Preset preset, String set, String column) {
        InMemoryAuthStore imported = new InMemoryAuthStore();
        new Importing(imported)
                .run(JdbcSource.open(new SourceAccess(url, null, null)), preset, ImportOptions.defaults());
        Auth after = new MigrationFixture(imported).node(builder -> builder);

        MigrationFixture app = new MigrationFixture(new InMemoryAuthStore());
        PGSimpleDataSource old = new PGSimpleDataSource();
        old.setUrl(url);
        PersonImport personImport = new PersonImport(app.target(), preset, ImportOptions.defaults());
        JustInTimeMigration migration = new JustInTimeMigration(
                personImport,
                JdbcDirectory.of(old, set, Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        Auth during = app.node(builder -> builder.legacy(migration));

        List<Map<String, String>> rows = Csv.read("/legacy/" + set + ".credentials.csv");
        List<Map<String, String>> chosen = IntStream.range(0, rows.size())
                .filter(i -> i % STEP == 0)
                .mapToObj(rows::get)
                .filter(row ->
                        !row.get(column).isBlank() && !row.get("password").isEmpty())
                .toList();
        List<String> different = chosen.stream()
                .filter(row -> signsIn(after, row, column) != signsIn(during, row, column))
                .map(row -> row.get("id") + " " + row.get("why") + ": "
                        + MigrationFixture.login(during, row.get(column), row.get("password")))
                .toList();
        assertThat(chosen.stream().filter(row -> signsIn(during, row, column))).isNotEmpty();
        assertThat(different).isEmpty();
    }

    private static boolean signsIn(Auth auth, Map<String, String> row, String column) {
        return MigrationFixture.signsIn(auth, row.get(column), row.get("password"));
    }
}
