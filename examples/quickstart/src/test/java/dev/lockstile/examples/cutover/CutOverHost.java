package dev.lockstile.examples.cutover;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.cohort.Cohort;
import dev.lockstile.auth.cutover.cohort.StoredShare;
import dev.lockstile.auth.cutover.migration.HttpDirectory;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.session.LegacySessionBridge;
import dev.lockstile.auth.cutover.session.RevocationList;
import dev.lockstile.auth.cutover.session.SimpleJwt;
import dev.lockstile.auth.cutover.shadow.LegacyAnswer;
import dev.lockstile.auth.cutover.shadow.ShadowSettings;
import dev.lockstile.auth.cutover.shadow.ShadowSignIn;
import dev.lockstile.auth.cutover.writeback.JdbcLegacySystem;
import dev.lockstile.auth.cutover.writeback.LegacyTable;
import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.cutover.writeback.WriteBackSender;
import dev.lockstile.auth.http.CohortFilter;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;

/** What docs/cut-over.md and docs/write-back.md show. */
final class CutOverHost {

    private CutOverHost() {}

    // spotless:off
    static JustInTimeMigration migration(AuthStore store, Passwords passwords, Clock clock, DataSource oldDatabase) {
        // region: adoption
        PersonImport personImport = new PersonImport(
                new ImportTarget(store, IdentifierRules.standard(), passwords.formats(), clock),
                JbDrfAuthPreset.discovering(), // the preset of the import; others: Presets.named("django", null)
                ImportOptions.defaults()); // its --system: withSystem, its --default-region: withDefaultRegion
        JustInTimeMigration migration = new JustInTimeMigration(
                personImport, JdbcDirectory.of(oldDatabase, "the old database"), passwords.hasher(), clock);
        // end: adoption
        return migration;
    }

    static HttpDirectory endpoint(Secret shared) {
        // region: endpoint
        HttpDirectory directory = HttpDirectory.of(
                URI.create("https://old.example/internal/people"),
                shared, // a secret of both applications, at least 32 characters
                Map.of("users", List.of("id", "email", "password", "is_active")));
        // end: endpoint
        return directory;
    }

    static AuthBuilder moving(AuthBuilder builder, PersonImport personImport, JustInTimeMigration migration, Old old) {
        Secret signingKey = old.signingKey();
        DataSource oldDatabase = old.database();
        // region: bridge
        LegacySessionBridge bridge = LegacySessionBridge.of(
                        SimpleJwt.signedWith(signingKey), // Django's SIGNING_KEY, or its SECRET_KEY
                        personImport,
                        Instant.parse("2027-01-31T00:00:00Z"), // no old token lives longer
                        RevocationList.simpleJwt(oldDatabase, "the old database"))
                .importingWith(migration);
        builder.legacy(migration).legacyTokens(bridge);
        // end: bridge
        return builder;
    }

    /** What the old system has. */
    record Old(Secret signingKey, DataSource database) {}

    static void gate(ServletContextHandler web, DataSource database, Secret key, CohortFilter.OldApplication proxy) {
        // region: cohort
        StoredShare share = new StoredShare(database, "select percent from rollout", Clock.systemUTC());
        Cohort cohort = Cohort.share(key, share).orRule(ourOwnPeople());
        CohortFilter filter = new CohortFilter(
                IdentifierRules.standard(),
                cohort,
                request -> true, // a request without a name, such as a refresh, comes here
                proxy); // (request, response) -> hand it to the old application
        web.addFilter(new FilterHolder(filter), "/auth/*", EnumSet.of(DispatcherType.REQUEST));
        // end: cohort
    }

    static ShadowSignIn shadow(Auth auth, PersonImport personImport) {
        // region: shadow
        ShadowSignIn shadow = ShadowSignIn.start(
                auth,
                personImport, // so that it can tell whether it is the same person
                ShadowSettings.STANDARD.withRate(0.1)); // every tenth sign-in
        // end: shadow
        return shadow;
    }

    static void answered(ShadowSignIn shadow, Typed typed, int status, @Nullable String oldId) {
        // region: shadow-compare
        LegacyAnswer old = switch (status) { // what the old application has just answered
            case 200 -> LegacyAnswer.SIGNED_IN;
            case 400, 401 -> LegacyAnswer.REFUSED;
            default -> LegacyAnswer.NONE; // too many tries, or an error: says nothing
        };
        // the kind of the old row, as in the report of an import, and its key or null
        shadow.compare(typed.login(), typed.password(), old.about("users", oldId));
        // end: shadow-compare
    }

    static AuthBuilder writeBack(DataSource oldDatabase, JpaAuthStore store, EntityManagerFactory entities)
            throws SQLException {
        // region: write-back
        JdbcLegacySystem old = JdbcLegacySystem.of(
                oldDatabase,
                "jb-drf-auth", // its name in the ledger: that of the preset, or --system
                LegacyTable.jbDrfAuth("authentication")); // or django(), or fuUsers()
        old.createTable(); // one small table of ours, over there
        WriteBack writeBack = WriteBack.to(old, store, entities, IdentifierRules.standard());
        WriteBackSender sender = writeBack.start(Duration.ofSeconds(1)); // on every node; close it at the end
        AuthBuilder builder = Auth.builder(writeBack.store()); // in the place of the store itself
        // end: write-back
        Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
        return builder;
    }
    // spotless:on

    /** What a client has sent to the old application. */
    record Typed(String login, Secret password) {}

    private static Predicate<String> ourOwnPeople() {
        return key -> IdentifierRules.standard()
                .email("ana@acme.example")
                .filter(ana -> ana.key().equals(key))
                .isPresent();
    }
}
