package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider told of one of its accounts, verified whole.
 *
 * @param issuer as accounts are keyed by it
 * @param subject the account's id at the issuer; null where it is about no account that could be known here
 * @param tokenId unique with the issuer: {@code jti}
 * @param issuedAt of the token
 * @param type what happened
 */
public record SocialEvent(String issuer, @Nullable String subject, String tokenId, Instant issuedAt, Type type) {

    @Override
    public String toString() {
        return "SocialEvent[" + issuer + ", " + type + "]";
    }

    /** In which form a provider sends what it tells of accounts. */
    public enum Delivery {
        /** A security event token (RFC 8417), pushed (RFC 8935), as the RISC profile of OpenID and Google send. */
        SECURITY_EVENT,
        /** A server-to-server notification of Apple. */
        NOTIFICATION,
        /** A logout token (OpenID Connect Back-Channel Logout 1.0). */
        LOGOUT
    }

    /** What a provider tells of an account at it, and what is done about it here. */
    public enum Type {
        /** Its sessions there are ended: those by this provider end here. */
        SESSIONS_REVOKED("sessions-revoked", Effect.END_SESSIONS),
        /** Its tokens are revoked: the same. */
        TOKENS_REVOKED("tokens-revoked", Effect.END_SESSIONS),
        /** Its holder has signed out there: the same. */
        LOGOUT("logout", Effect.END_SESSIONS),
        /** It is disabled, as after it was hijacked: sessions end, and it signs no account in until it is enabled. */
        ACCOUNT_DISABLED("disabled", Effect.SUSPEND),
        /** It is enabled again. */
        ACCOUNT_ENABLED("enabled", Effect.RESUME),
        /** It is gone: sessions end, and it is unlinked unless nothing else would sign its holder in. */
        ACCOUNT_PURGED("purged", Effect.UNLINK),
        /** Its holder has taken the consent to this application back: the same. */
        CONSENT_REVOKED("consent-revoked", Effect.UNLINK),
        /** Its password there has to be changed: told to listeners alone. */
        CREDENTIAL_CHANGE_REQUIRED("credential-change", Effect.NONE),
        /** Its relay address forwards no mail any more: told to listeners alone. */
        EMAIL_DISABLED("email-disabled", Effect.NONE),
        /** Its relay address forwards mail again: told to listeners alone. */
        EMAIL_ENABLED("email-enabled", Effect.NONE),
        /** A trial of the delivery, about no account. */
        VERIFICATION("verification", Effect.NONE),
        /** Something else: told to listeners alone. */
        OTHER("other", Effect.NONE);

        private final String code;
        private final Effect effect;

        Type(String code, Effect effect) {
            this.code = code;
            this.effect = effect;
        }

        /** {@return stable code for events and logs} */
        public String code() {
            return code;
        }

        /** {@return what is done about it} */
        public Effect effect() {
            return effect;
        }

        /** What is done about an event. */
        public enum Effect {
            /** Nothing. */
            NONE,
            /** Sessions that came by the provider end. */
            END_SESSIONS,
            /** They end, and the account signs in no user until {@link #RESUME}. */
            SUSPEND,
            /** The account signs its holder in again. */
            RESUME,
            /** Sessions that came by the provider end, and the account is unlinked unless it is the last way in. */
            UNLINK
        }
    }
}
