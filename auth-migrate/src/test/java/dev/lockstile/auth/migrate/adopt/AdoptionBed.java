package dev.lockstile.auth.migrate.adopt;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.migrate.ImportOptions;
import dev.lockstile.auth.migrate.Newcomers;
import dev.lockstile.auth.migrate.preset.JbDrfAuthPreset;
import dev.lockstile.auth.migrate.source.SourceUnusableException;
import dev.lockstile.auth.migrate.support.JpaHost;
import dev.lockstile.auth.migrate.support.MovingHouse;
import dev.lockstile.auth.migrate.support.SmallLegacy;
import dev.lockstile.auth.password.PasswordHasher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The old system, the house people come to, and how they come over. */
final class AdoptionBed implements AutoCloseable {

    static final String WORD = "old-harbour-4417";
    static final String HASH = "'pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM='";

    final AtomicInteger questions = new AtomicInteger();
    final JpaHost host;
    final MovingHouse house;
    final Newcomers newcomers;
    final Auth auth;
    volatile boolean down;

    private final SmallLegacy legacy = new SmallLegacy();

    AdoptionBed(JpaHost host) {
        this.host = host;
        house = new MovingHouse(host.store());
        newcomers = new Newcomers(house.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        auth = house.node(builder -> builder.legacy(adoption()));
    }

    @Override
    public void close() {
        host.close();
    }

    Adoption adoption() {
        return adoption(house.passwords().hasher());
    }

    Adoption adoption(PasswordHasher hasher) {
        JdbcDirectory database = JdbcDirectory.of(legacy.database(), "old");
        LegacyDirectory watched = question -> {
            questions.incrementAndGet();
            if (down) {
                throw new SourceUnusableException("down");
            }
            return database.ask(question);
        };
        return new Adoption(newcomers, watched, hasher, house.clock);
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
