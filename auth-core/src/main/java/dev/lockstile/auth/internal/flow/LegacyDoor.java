package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyVerdict;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to the former system, if the host has one. An answer that could not be had leaves as
 * {@link StoreUnavailableException}: "try again", never "wrong".
 */
public final class LegacyDoor {

    private final @Nullable LegacyAccounts accounts;

    public LegacyDoor(@Nullable LegacyAccounts accounts) {
        this.accounts = accounts;
    }

    /** True when people may still come over. */
    public boolean isOpen() {
        return accounts != null;
    }

    /** True when the password is right there, and the person is here now. */
    public boolean bringsInByPassword(List<Identifier> candidates, Secret password) {
        return accounts != null && isMatch(accounts.bringInByPassword(candidates, password));
    }

    /** True when somebody there could come over by the identifier. */
    public boolean knows(Identifier identifier) {
        return accounts != null && isMatch(accounts.knows(identifier));
    }

    /** True when the owner of a proven identifier is here now. */
    public boolean bringsIn(Identifier proven) {
        return accounts != null && isMatch(accounts.bringIn(proven));
    }

    /**
     * The same for an identifier that may have an owner here, of whom nothing there is wanted. They are asked about all
     * the same, so that the time does not tell who has come over, and no outage there stops them.
     */
    public boolean knows(Identifier identifier, boolean ownedHere) {
        if (ownedHere && accounts != null) {
            accounts.knows(identifier);
        }
        return !ownedHere && knows(identifier);
    }

    private static boolean isMatch(LegacyVerdict verdict) {
        if (verdict == LegacyVerdict.UNKNOWN) {
            throw new StoreUnavailableException("the former system does not answer", new IllegalStateException());
        }
        return verdict == LegacyVerdict.MATCH;
    }
}
