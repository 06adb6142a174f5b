package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.session.SessionOpener.Entry;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;

/** Tells the owner of a session that is about to be opened; its row is not there yet. */
@FunctionalInterface
public interface OpenedSessionNotice {

    /** For a host that tells nothing. */
    OpenedSessionNotice NONE = (tx, user, entry) -> {};

    void before(AuthTx tx, StoredUser user, Entry entry);
}
