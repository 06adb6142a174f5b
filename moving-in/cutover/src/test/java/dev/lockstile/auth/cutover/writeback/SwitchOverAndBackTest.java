package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real old systems on PostgreSQL: no user, then all users, then no user uses the new endpoints, and the old
 * application finds everything that people changed meanwhile.
 */
final class SwitchOverAndBackTest {

    private static final String NEW_WORD = "new-harbour-9921";

    @Test
    void jb_drf_auth_finds_what_was_changed_here() throws SQLException {
        thereAndBack(
                LegacyDump.jbDrfAuth(),
                new Old(
                        JbDrfAuthPreset.discovering(),
                        LegacyTable.jbDrfAuth("authentication"),
                        "password",
                        "jb_drf_auth"));
    }

    @Test
    void django_finds_what_was_changed_here() throws SQLException {
        thereAndBack(
                LegacyDump.djangoOtp(),
                new Old(DjangoPreset.standard(), LegacyTable.django(), "password", "django_otp"));
    }

    @Test
    void fastapi_users_finds_what_was_changed_here() throws SQLException {
        thereAndBack(
                LegacyDump.fastApiUsers(),
                new Old(new FastApiUsersPreset(), LegacyTable.fuUsers(), "hashed_password", "fastapi_users"));
    }

    private record Old(Preset preset, LegacyTable table, String hashColumn, String set) {}

    private static void thereAndBack(String url, Old system) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        JdbcLegacySystem old = JdbcLegacySystem.of(database, system.preset().name(), system.table());
        old.createTable();
        try (JpaHost host = JpaHost.onPostgres().migrate("write-back-host.xml")) {
            JpaAuthStore store = JpaAuthStore.of(host.entities());
            MigrationFixture app = new MigrationFixture(store);
            WriteBack writeBack = WriteBack.to(old, store, host.entities(), IdentifierRules.standard())
                    .with(app.clock);
            PersonImport personImport = new PersonImport(app.target(), system.preset(), ImportOptions.defaults());
            JustInTimeMigration migration = new JustInTimeMigration(
                    personImport,
                    JdbcDirectory.of(database, "old", Duration.ofMinutes(1)),
                    app.passwords().hasher(),
                    app.clock);
            Auth auth = app.node(writeBack.store(), builder -> builder.legacy(migration));

            List<String> changed = comeOverAndChooseAnotherPassword(app, auth, system, database);
            register(app, auth, "newcomer@example.com");
            auth.admin().disable(user(host, store, changed.get(0)));
            while (writeBack.sendDue() > 0) {
                // until nothing is due
            }
            WriteBackFigures figures = writeBack.figures();
            assertThat(figures.pending()).isZero();
            assertThat(writeBack.deadLetters(99)).isEmpty();

            List<String> all = new ArrayList<>(changed);
            all.add("newcomer@example.com");
            assertThat(all)
                    .allSatisfy(email -> assertThat(opens(app, database, system, email))
                            .as(email)
                            .isTrue());
            assertThat(row(database, system, changed.get(0)).get("is_active")).isEqualTo("f");
            assertThat(row(database, system, changed.get(1)).get("is_active")).isEqualTo("t");
        }
    }

    /** Those who can sign in at once and have no rights there, out of the set's first rows. */
    private static List<String> comeOverAndChooseAnotherPassword(
            MigrationFixture app, Auth auth, Old system, PGSimpleDataSource database) {
        List<String> changed = new ArrayList<>();
        for (Map<String, String> row : Csv.read("/legacy/" + system.set() + ".credentials.csv")) {
            String email = row.get("email");
            if (changed.size() < 3
                    && inTable(system, row)
                    && !hasRights(database, system, email)
                    && MigrationFixture.signsIn(auth, email, row.get("password"))) {
                resetPassword(app, auth, email);
                changed.add(email);
            }
        }
        assertThat(changed).hasSize(3);
        return changed;
    }

    private static boolean hasRights(PGSimpleDataSource database, Old system, String email) {
        Map<String, String> row = row(database, system, email);
        return "t".equals(row.get("is_staff")) || "t".equals(row.get("is_superuser"));
    }

    private static boolean inTable(Old system, Map<String, String> row) {
        return row.get("email").contains("@")
                && !row.get("password").isEmpty()
                && (!system.set().equals("fastapi_users") || row.values().contains("fu_users"));
    }

    private static void resetPassword(MigrationFixture app, Auth auth, String email) {
        auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, email, null));
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(email);
        auth.passwords().confirmReset(new LinkProof(link.uid(), Secret.of(link.token())), Secret.of(NEW_WORD));
    }

    private static void register(MigrationFixture app, Auth auth, String email) {
        auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null),
                        Secret.of(NEW_WORD),
                        new Person("Eva", "Luz", "Mar", null, null),
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.9")));
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(email);
        auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                        .withPassword(Secret.of(NEW_WORD)));
    }

    private static UserId user(JpaHost host, JpaAuthStore store, String email) {
        String id = host.rows("select id from auth_user where lower(email) = lower('" + email + "')")
                .get(0)
                .get("id");
        return store.userId(id).orElseThrow();
    }

    private static Map<String, String> row(PGSimpleDataSource database, Old system, String email) {
        return Sql.rows(
                        database,
                        "select * from " + system.table().name() + " where lower(email) = lower('" + email
                                + "') order by id")
                .get(0);
    }

    private static boolean opens(MigrationFixture app, PGSimpleDataSource database, Old system, String email) {
        String hash = row(database, system, email).get(system.hashColumn());
        return app.passwords().hasher().check(hash, Secret.of(NEW_WORD)).matches();
    }
}
