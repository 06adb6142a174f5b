package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A session as stored.
 *
 * @param id the public id of the session
 * @param profileRef textual key of the profile in which the user acts
 * @param origin where it was opened
 * @param token the live refresh token
 * @param times when it was opened and when it ends
 * @param context by what the owner was authenticated
 */
public record SessionState(
        SessionId id, String profileRef, Origin origin, Token token, Times times, AuthContext context) {

    /**
     * Of whose authentication nothing is known.
     *
     * @param id the public id of the session
     * @param profileRef textual key of the profile in which the user acts
     * @param origin where it was opened
     * @param token the live refresh token
     * @param times when it was opened and when it ends
     */
    public SessionState(SessionId id, String profileRef, Origin origin, Token token, Times times) {
        this(id, profileRef, origin, token, times, AuthContext.UNKNOWN);
    }

    /**
     * Where a session was opened; labels for its owner, never a proof.
     *
     * @param client the kind of client
     * @param deviceRef textual key of the device row
     * @param deviceLabel what the client said of itself; null for nothing
     * @param remoteAddress of the client, as the host knew it; null where it did not
     */
    public record Origin(
            ClientKind client,
            @Nullable String deviceRef,
            @Nullable String deviceLabel,
            @Nullable String remoteAddress) {}

    /**
     * The live refresh token of a session.
     *
     * @param generation counts rotations from zero
     * @param digest SHA-256 of the token's secret part, never the token
     */
    public record Token(int generation, String digest) {

        @Override
        public String toString() {
            return "Token[" + generation + "]";
        }
    }

    /**
     * The times in a session's life.
     *
     * @param createdAt when it was opened
     * @param authTime when the person last proved who they are; a refresh does not move it (ASVS 7.5.3)
     * @param lastUsedAt when it was opened or its refresh token last exchanged
     * @param idleUntil moves on with every refresh
     * @param absoluteUntil never moves (ASVS 7.3.2)
     * @param endedAt when it was ended; null while it is live
     */
    public record Times(
            Instant createdAt,
            Instant authTime,
            Instant lastUsedAt,
            Instant idleUntil,
            Instant absoluteUntil,
            @Nullable Instant endedAt) {

        /**
         * {@return true while the session's refresh token works, see {@link SessionExpiry}}
         *
         * @param now the time to compare with
         */
        public boolean isLive(Instant now) {
            return Arrays.stream(SessionExpiry.values()).noneMatch(end -> end.hasCome(this, now));
        }
    }

    /** Why a session ended. */
    public enum EndReason {
        /** Its owner signed out in it. */
        LOGOUT,
        /** Its owner ended it from another session, or signed out everywhere. */
        ENDED_BY_OWNER,
        /** The host's administration ended all of the user's sessions. */
        ENDED_BY_ADMIN,
        /** The password was changed in another session. */
        PASSWORD_CHANGED,
        /** A new password was set by a link. */
        PASSWORD_RESET,
        /** The account was disabled. */
        ACCOUNT_DISABLED,
        /** The account was deleted, or restored. */
        ACCOUNT_DELETED,
        /** A proof of an address or number took away what was set on the account before it. */
        IDENTIFIER_PROVEN,
        /** A new address, number or user name took the place of the old one, in another session. */
        IDENTIFIER_CHANGED,
        /** A second factor was added, removed or reset, or an account at another site was unlinked. */
        FACTORS_CHANGED,
        /** An event of the provider by which it was opened. */
        PROVIDER_EVENT,
        /** A refresh token was shown that had been exchanged already: two hold it, and one of them is a thief. */
        TOKEN_REUSED,
        /** The user has more sessions than one may have, and this was one of the oldest. */
        TOO_MANY,
        /** A sign-in on another mobile device took its place, where the host allows one at a time. */
        REPLACED
    }
}
