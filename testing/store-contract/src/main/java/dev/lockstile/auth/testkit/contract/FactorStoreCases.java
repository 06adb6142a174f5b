package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/** Two people, and steps over their second factors. */
abstract class FactorStoreCases extends StoreContract {

    static final Instant SOON = T0.plusSeconds(60);
    static final Instant END = T0.plus(Duration.ofMinutes(10));
    static final int RUNS = 20;
    UserId ana;
    UserId ben;

    /** For those who extend it. */
    protected FactorStoreCases() {}

    @BeforeEach
    final void addPeople() {
        assumeTrue(store().<Boolean>read(tx -> tx.factors().totps().isMapped()), "this store keeps no second factors");
        ana = write(tx -> tx.users().insert(Samples.user("ana")));
        ben = write(tx -> tx.users().insert(Samples.user("ben")));
    }

    int remove(RetentionCategory what, Instant before, int max) {
        return count(tx -> tx.upkeep().remove(what, before, max, before));
    }

    boolean use(String digest, Instant now) {
        return done(tx -> tx.factors().challenges().use(digest, now));
    }

    StoredUser user(UserId id) {
        return find(tx -> tx.users().byId(id)).orElseThrow();
    }

    static AuthChallenge challenge(String digest, UserId user) {
        return new AuthChallenge(
                digest,
                AuthChallenge.Kind.SECOND_FACTOR,
                new AuthChallenge.Binding(user, null, ClientKind.WEB, "binding"),
                null,
                "pwd",
                new AuthChallenge.Use(0, 5, END, null));
    }
}
