package dev.lockstile.auth.cutover.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.OldDatabase;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The library over the people of an old system, who came by one of the ways. */
final class MovedPeople implements AutoCloseable {

    final MigrationFixture app;
    final Auth auth;

    private final List<AutoCloseable> open;

    private MovedPeople(MigrationFixture app, Auth auth, AutoCloseable... open) {
        this.app = app;
        this.auth = auth;
        this.open = List.of(open);
    }

    /** By a run of the import. */
    static MovedPeople imported(FieldCase one, JpaHost host, OldDatabase old) {
        MigrationFixture app = new MigrationFixture(host.store());
        run(one, app, app.store, old);
        return new MovedPeople(app, node(one, app), host);
    }

    /** One by one, at the first sign-in. */
    static MovedPeople justInTime(FieldCase one, JpaHost host, OldDatabase old) {
        MigrationFixture app = new MigrationFixture(host.store());
        PersonImport people = new PersonImport(app.target(), preset(one), one.options());
        JustInTimeMigration migration = new JustInTimeMigration(
                people,
                JdbcDirectory.of(old.database(), "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        Auth auth = app.node(builder -> one.keys()
                .added(builder.secondFactors(SecondFactorSettings.optional()).legacy(migration)));
        return new MovedPeople(app, auth, host);
    }

    /**
     * In the tables where they are, which are taken over first. A first run is rolled back, which restores every row.
     * Three new people register after the import, a second one leaves them alone, and the changelog makes the same
     * tables on an empty database.
     *
     * @param fresh makes an empty database
     * @param replayed the changelogs that were replayed on such a database before
     */
    static MovedPeople inPlace(
            FieldCase one, OldDatabase old, Supplier<OldDatabase> fresh, Path root, Set<String> replayed) {
        HikariDataSource pool = TakenTables.pool(old);
        List<Class<?>> classes = TakenTables.takenOver(one.preset(), pool, root);
        EntityManagerFactory entities = TakenTables.entities(pool, classes);
        MigrationFixture app = new MigrationFixture(JpaAuthStore.of(entities));
        Auth auth = node(one, app);
        List<String> before = TakenTables.rows(pool);
        ImportReport first = run(one, app, InPlaceStore.on(entities), old);
        new RunRollback(InPlaceStore.on(entities), app.clock).run(first.run().runId(), row -> {});
        assertThat(TakenTables.rows(pool)).isEqualTo(before);
        run(one, app, InPlaceStore.on(entities), old);
        ThreeNewPeople people = ThreeNewPeople.register(app, auth);
        run(one, app, InPlaceStore.on(entities), old);
        people.signIn(auth);
        replay(one, root, fresh, classes, replayed);
        return new MovedPeople(app, auth, entities, pool);
    }

    private static ImportReport run(FieldCase one, MigrationFixture app, AuthStore store, OldDatabase old) {
        try (Source source = old.source()) {
            return new UserImport(app.target(store), one.options()).run(source, preset(one), ImportWatch.none());
        }
    }

    private static Auth node(FieldCase one, MigrationFixture app) {
        return app.node(builder -> one.keys().added(builder.secondFactors(SecondFactorSettings.optional())));
    }

    private static Preset preset(FieldCase one) {
        return Presets.named(one.preset(), null);
    }

    /**
     * The changelog makes tables from nothing, on which the entities are valid and a person registers. Changelogs that
     * are equal to the letter are replayed once.
     *
     * @param replayed those of this database that were replayed before
     */
    private static void replay(
            FieldCase one, Path root, Supplier<OldDatabase> empty, List<Class<?>> classes, Set<String> replayed) {
        if (!replayed.add(TakenTables.changelog(root))) {
            return;
        }
        OldDatabase fresh = empty.get();
        AuthSchema.builder(fresh.database())
                .hostChangelog("db/changelog.xml")
                .build()
                .readingFirst(root)
                .migrate();
        try (EntityManagerFactory entities = TakenTables.entities(fresh.database(), classes)) {
            MigrationFixture app = new MigrationFixture(JpaAuthStore.of(entities));
            Auth auth = node(one, app);
            ThreeNewPeople.register(app, auth).signIn(auth);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }
}
