package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;

/** Accounts at other sites, in a transaction. */
public interface SocialStore {

    /** True when the host keeps social accounts at all. */
    boolean isKept();

    /** Adds a link; one that another row holds already ends the work with {@link KeyTakenException}. */
    void insert(UserId user, SocialIdentity identity, RowTimes times);
}
