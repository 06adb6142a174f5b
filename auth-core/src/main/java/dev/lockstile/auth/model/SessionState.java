package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A session as stored.
 *
 * @param id the public id of the session
 * @param profileRef key of the profile that the user has selected, as text
 * @param origin client, device and network address that opened the session
 * @param token the valid refresh token
 * @param times times of opening, use and end
 * @param context how the user authenticated
 */
public record SessionState(
        SessionId id, String profileRef, Origin origin, Token token, Times times, AuthContext context) {

    /**
     * Creates a session with {@link AuthContext#UNKNOWN}.
     *
     * @param id the public id of the session
     * @param profileRef key of the profile that the user has selected, as text
     * @param origin client, device and network address that opened the session
     * @param token the valid refresh token
     * @param times times of opening, use and end
     */
    public SessionState(SessionId id, String profileRef, Origin origin, Token token, Times times) {
        this(id, profileRef, origin, token, times, AuthContext.UNKNOWN);
    }

    /**
     * The client, device and network address that opened a session. They help the owner to recognise the session and do
     * not authenticate.
     *
     * @param client the kind of client
     * @param deviceRef key of the device row, as text; null when the client named no device
     * @param deviceLabel the device or browser name that the client reported; null when it reported none
     * @param remoteAddress network address of the client, as the host determined it; null when the host did not
     */
    public record Origin(
            ClientKind client,
            @Nullable String deviceRef,
            @Nullable String deviceLabel,
            @Nullable String remoteAddress) {}

    /**
     * The valid refresh token of a session.
     *
     * @param generation number of rotations since the session was opened
     * @param digest SHA-256 of the token's secret part
     */
    public record Token(int generation, String digest) {

        @Override
        public String toString() {
            return "Token[" + generation + "]";
        }
    }

    /**
     * The times of a session.
     *
     * @param createdAt when the session was opened
     * @param authTime when the user last authenticated in this session; a refresh does not change it (ASVS 7.5.3)
     * @param lastUsedAt when the session was opened or its refresh token was last exchanged
     * @param idleUntil when the session expires unless its refresh token is used before; every refresh extends it (ASVS
     *     7.3.1)
     * @param absoluteUntil when the session expires regardless of use (ASVS 7.3.2)
     * @param endedAt when the session was ended; null for a session that was not ended, even if it has expired
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
         * @param now the current time
         */
        public boolean isLive(Instant now) {
            return Arrays.stream(SessionExpiry.values()).noneMatch(expiry -> expiry.hasPassed(this, now));
        }
    }

    /** Why a session was ended. */
    public enum EndReason {
        /** The user signed out in this session. */
        LOGOUT,
        /** The user ended it from another session, or ended all sessions. */
        ENDED_BY_OWNER,
        /**
         * An administrator ended this session, all sessions of the user or of all users, or merged another account into
         * this one.
         */
        ENDED_BY_ADMIN,
        /** The user changed the password, in another session or at a sign-in that required it. */
        PASSWORD_CHANGED,
        /**
         * The password was set through a link or by an administrator, an administrator required a new one, or the owner
         * reported a security notice.
         */
        PASSWORD_RESET,
        /** The account was disabled. */
        ACCOUNT_DISABLED,
        /** The account was deleted, scheduled for deletion, merged into another account or restored. */
        ACCOUNT_DELETED,
        /**
         * An e-mail address or phone number was proven for the first time, which removes what was set on the account
         * before.
         */
        IDENTIFIER_PROVEN,
        /** The e-mail address, phone number or user name was changed in another session. */
        IDENTIFIER_CHANGED,
        /** A second factor was added, removed or reset, or an account at another site was unlinked. */
        FACTORS_CHANGED,
        /** The provider by which the session was opened reported an event. */
        PROVIDER_EVENT,
        /** A refresh token was used a second time, so that an attacker may hold a copy (RFC 9700 4.14.2). */
        TOKEN_REUSED,
        /** The user had more sessions than the host allows; the oldest are ended. */
        TOO_MANY,
        /** The user signed in on another mobile device, and the host allows one at a time. */
        REPLACED
    }
}
