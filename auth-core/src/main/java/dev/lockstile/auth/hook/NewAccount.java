package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;

/**
 * An account that is about to be.
 *
 * @param user as it stands in the database now, to be referred to by the host's own rows
 * @param by what opens it
 * @param at the time of the flow
 */
public record NewAccount(UserInfo user, By by, Instant at) {

    /** What opens an account. */
    public enum By {
        /** A registration; its address or number is not proven yet. */
        REGISTRATION,
        /** A code that proved an address or number nobody had. */
        CODE,
        /** A first sign-in with another site that proved an address nobody had. */
        SOCIAL,
        /** An administrator, or the bootstrap secret. */
        ADMINISTRATION
    }
}
