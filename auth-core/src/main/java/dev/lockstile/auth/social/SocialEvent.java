package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verified event of a provider about one of its accounts.
 *
 * @param issuer the issuer of linked accounts
 * @param subject the account's id at the issuer; null for an event that is not about an account
 * @param tokenId the {@code jti}, unique per issuer
 * @param issuedAt of the token
 * @param type the type of the event
 */
public record SocialEvent(String issuer, @Nullable String subject, String tokenId, Instant issuedAt, Type type) {

    @Override
    public String toString() {
        return "SocialEvent[" + issuer + ", " + type + "]";
    }

    /** The forms in which providers send events. */
    public enum Delivery {
        /** A security event token (RFC 8417), pushed (RFC 8935), used by the RISC profile of OpenID and by Google. */
        SECURITY_EVENT,
        /** A server-to-server notification of Apple. */
        NOTIFICATION,
        /** A logout token (OpenID Connect Back-Channel Logout 1.0). */
        LOGOUT
    }

    /** Types of events of an account at a provider, with their effects. */
    public enum Type {
        /** Its sessions at the provider were ended: sessions that were opened by this provider are ended. */
        SESSIONS_REVOKED("sessions-revoked", Effect.END_SESSIONS),
        /** Its tokens were revoked: sessions that were opened by this provider are ended. */
        TOKENS_REVOKED("tokens-revoked", Effect.END_SESSIONS),
        /** Its holder signed out at the provider: sessions that were opened by this provider are ended. */
        LOGOUT("logout", Effect.END_SESSIONS),
        /**
         * It was disabled, for instance after a hijacking: such sessions are ended, and it cannot sign in until it is
         * enabled.
         */
        ACCOUNT_DISABLED("disabled", Effect.SUSPEND),
        /** It was enabled again, and can sign in. */
        ACCOUNT_ENABLED("enabled", Effect.RESUME),
        /** It was deleted: such sessions are ended, and it is unlinked unless it is the last sign-in method. */
        ACCOUNT_PURGED("purged", Effect.UNLINK),
        /**
         * Its holder withdrew the consent to this application: such sessions are ended, and it is unlinked unless it is
         * the last sign-in method.
         */
        CONSENT_REVOKED("consent-revoked", Effect.UNLINK),
        /** Its password at the provider has to be changed: only published to listeners. */
        CREDENTIAL_CHANGE_REQUIRED("credential-change", Effect.NONE),
        /** Its relay address no longer forwards mail: only published to listeners. */
        EMAIL_DISABLED("email-disabled", Effect.NONE),
        /** Its relay address forwards mail again: only published to listeners. */
        EMAIL_ENABLED("email-enabled", Effect.NONE),
        /** A test of the delivery, not about an account. */
        VERIFICATION("verification", Effect.NONE),
        /** Any other event: only published to listeners. */
        OTHER("other", Effect.NONE);

        private final String code;
        private final Effect effect;

        Type(String code, Effect effect) {
            this.code = code;
            this.effect = effect;
        }

        /** {@return the stable code for events and logs} */
        public String code() {
            return code;
        }

        /** {@return the effect of the event} */
        public Effect effect() {
            return effect;
        }

        /** The effects of events. */
        public enum Effect {
            /** No change. */
            NONE,
            /** Sessions that were opened by the provider are ended. */
            END_SESSIONS,
            /**
             * Sessions that were opened by the provider are ended, and the account cannot sign in until
             * {@link #RESUME}.
             */
            SUSPEND,
            /** The account can sign in again. */
            RESUME,
            /**
             * Sessions that were opened by the provider are ended, and the account is unlinked unless it is the last
             * sign-in method.
             */
            UNLINK
        }
    }
}
