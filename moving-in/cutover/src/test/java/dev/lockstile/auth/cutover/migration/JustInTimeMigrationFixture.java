package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.password.PasswordHasher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The old system, the house people come to, and how they come over. */
final class JustInTimeMigrationFixture implements AutoCloseable {

    static final String WORD = "old-harbour-4417";
    static final String HASH = "'pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM='";

    final AtomicInteger questions = new AtomicInteger();
    final JpaHost host;
    final MigrationFixture app;
    final PersonImport personImport;
    final Auth auth;
    volatile boolean down;

    private final SmallLegacy legacy = new SmallLegacy();

    JustInTimeMigrationFixture(JpaHost host) {
        this.host = host;
        app = new MigrationFixture(host.store());
        personImport = new PersonImport(app.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        auth = app.node(builder -> builder.legacy(migration()));
    }

    @Override
    public void close() {
        host.close();
    }

    JustInTimeMigration migration() {
        return migration(app.passwords().hasher());
    }

    JustInTimeMigration migration(PasswordHasher hasher) {
        JdbcDirectory database = JdbcDirectory.of(legacy.database(), "old", Duration.ofMinutes(1));
        LegacyDirectory watched = question -> {
            questions.incrementAndGet();
            if (down) {
                throw new SourceUnusableException("down");
            }
            return database.ask(question);
        };
        return new JustInTimeMigration(personImport, watched, hasher, app.clock);
    }

    void person(long id, String... changes) {
        List<String> all = new ArrayList<>(List.of("password", HASH));
        all.addAll(List.of(changes));
        legacy.user(id, all.toArray(String[]::new)).profile(id, id, "first_name", "'Ana'");
    }

    /** Changes the row over there, by SQL expressions. */
    void change(long id, String assignments) {
        legacy.execute("update authentication_user set " + assignments + " where id = " + id);
    }
}
