package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ServedProviders;
import dev.lockstile.auth.store.SocialStore.SocialKey;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Two people, and steps over their accounts at other sites. */
abstract class SocialStoreCases extends StoreContract {

    static final String ISSUER = "https://id.example";
    static final Instant SOON = T0.plusSeconds(60);
    static final ServedProviders SITES = ServedProviders.of(Set.of("site", "other"));
    static final int RUNS = 20;
    UserId ana;
    UserId ben;

    /** For those who extend it. */
    protected SocialStoreCases() {}

    @BeforeEach
    final void addPeople() {
        assumeTrue(store().<Boolean>read(tx -> tx.socials().isMapped()), "the host keeps no social accounts");
        ana = write(tx -> tx.users().insert(Samples.user("ana")));
        ben = write(tx -> tx.users().insert(Samples.user("ben")));
    }

    void link(UserId user, String provider, String subject) {
        change(tx -> tx.socials().insert(user, identity(provider, subject), T0));
    }

    boolean unlink(UserId user, SocialAccountId id) {
        return done(tx -> tx.socials().unlink(user, id, SOON));
    }

    boolean unlinkUnlessLast(SocialAccountId id) {
        return unlinkUnlessLast(id, SITES);
    }

    boolean unlinkUnlessLast(SocialAccountId id, ServedProviders sites) {
        return done(tx -> tx.users().lock(ana, SOON) && tx.socials().unlinkUnlessLast(ana, id, sites, SOON));
    }

    boolean recordLogin(SocialAccountId id, String issuer) {
        SocialIdentity said = new SocialIdentity("site", issuer, "1", null, false, null, null);
        return done(tx -> tx.socials().recordLogin(id, said, T0, SOON));
    }

    Optional<StoredSocialAccount> find(String provider, String issuer, String subject) {
        return find(tx -> tx.socials().byKey(new SocialKey(provider, issuer, subject)));
    }

    SocialAccountId id(String provider, String subject) {
        return find(provider, ISSUER, subject).orElseThrow().id();
    }

    static SocialIdentity identity(String provider, String subject) {
        return new SocialIdentity(provider, ISSUER, subject, "ana@example.com", true, null, null);
    }
}
