package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.store.StoredUser;

/**
 * The permission to have a session. Nothing but {@link SignInGate} makes one, and no session opens without
 * one.
 */
public final class Clearance {

    private final StoredUser user;
    private final AuthContext context;

    Clearance(StoredUser user, AuthContext context) {
        this.user = user;
        this.context = context;
    }

    public StoredUser user() {
        return user;
    }

    /** By what the person was authenticated. */
    public AuthContext context() {
        return context;
    }
}
