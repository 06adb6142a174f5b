package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;

/** Accounts at other sites, in a transaction. */
public interface SocialStore {

    /** True when the host keeps social accounts at all. */
    boolean isKept();

    /** Adds a link; one that another row holds already ends the work with {@link KeyTakenException}. */
    void insert(UserId user, SocialIdentity identity, RowTimes times);

    /** Adds links, all or none. */
    default void insertAll(List<NewSocial> links) {
        links.forEach(link -> insert(link.user(), link.identity(), link.times()));
    }

    /** The accounts at other sites that are linked to a user. */
    List<SocialIdentity> of(UserId user);

    /**
     * Removes the link of a user to the account of that provider and id, if nobody has changed it since it was written: one
     * conditional statement.
     *
     * @return false when it is gone or was changed
     */
    boolean remove(UserId user, SocialIdentity identity, Instant writtenAt);
}
