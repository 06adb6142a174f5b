package dev.lockstile.auth.account;

import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.model.AbstractFormerPassword;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forgotten and changed passwords. */
public interface PasswordChanges {

    /** What the history of passwords brings to a host. */
    AuthFeature HISTORY =
            new AuthFeature("password-history", Map.of(AbstractFormerPassword.class, "former_password"), List.of());

    /**
     * Sends a link if an account has proven the identifier; no answer tells. Changes nothing on the account.
     *
     * @param request the identifier as typed, and the client it came from
     * @return true, whether or not an account has the identifier and a message leaves. None leaves while the identifier
     *     has had its share, and then the last link still works. Refused as throttled for too many requests of this
     *     client's network, never for those of others
     */
    Outcome<Boolean> requestReset(ResetRequest request);

    /**
     * Sets a new password with the link's token; ends all sessions and open codes in the same transaction.
     *
     * @param proof what the link carries
     * @param newPassword in plain text; has to satisfy the policy
     * @return whether it was set, and if not why
     */
    Outcome<PasswordSet> confirmReset(LinkProof proof, Secret newPassword);

    /**
     * {@return the address or number that a link was sent to, while it would set a password; else empty} Reads only and
     * counts no attempt, so that a page may call it when it is opened. Who holds the link has read the message at that
     * address.
     *
     * @param link from the message
     */
    Optional<String> recipientOf(LinkProof link);

    /**
     * Sets a new password with the old one; ends the other sessions in the same transaction.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param oldPassword as typed; compared with the stored hash
     * @param newPassword in plain text; has to satisfy the policy
     * @return whether it was set, and if not why
     */
    Outcome<PasswordSet> change(Caller caller, Secret oldPassword, Secret newPassword);

    /**
     * Sets the first password of an account that has none; ends the other sessions in the same transaction.
     *
     * @param caller the authenticated caller, with a proof that is recent; its session is looked up in the store
     * @param newPassword in plain text; has to satisfy the policy
     * @return whether it was set; {@link Refusal#WRONG_PASSWORD} where the account has one
     */
    Outcome<PasswordSet> set(Caller caller, Secret newPassword);

    /**
     * A forgotten password.
     *
     * @param kind e-mail or phone
     * @param text as the person typed it
     * @param address the client's IP address as determined by the host
     * @param language BCP 47 tag of the client's language, for accounts without a chosen one; null for the
     *     service's language
     * @param evidence what the client presents in addition to the request
     */
    record ResetRequest(
            IdentifierKind kind,
            String text,
            @Nullable String address,
            @Nullable String language,
            ClientEvidence evidence) {

        /**
         * Creates a request without evidence.
         *
         * @param kind e-mail or phone
         * @param text as the person typed it
         * @param address the client's IP address as determined by the host
         * @param language BCP 47 tag of the client's language, for accounts without a chosen one; null for the
         *     service's language
         */
        public ResetRequest(IdentifierKind kind, String text, @Nullable String address, @Nullable String language) {
            this(kind, text, address, language, ClientEvidence.NONE);
        }

        /**
         * Creates a request without a language or evidence.
         *
         * @param kind e-mail or phone
         * @param text as the person typed it
         * @param address the client's IP address as determined by the host
         */
        public ResetRequest(IdentifierKind kind, String text, @Nullable String address) {
            this(kind, text, address, null);
        }

        @Override
        public String toString() {
            return "ResetRequest[" + kind + "]";
        }
    }

    /**
     * A password that is set.
     *
     * @param trustedDevice after a reset: to be shown at the next sign-in
     *     ({@link dev.lockstile.auth.token.ClientEvidence}), so that wrong guesses of other clients do not keep the
     *     owner out; good for a day. It signs in to no account. Null after a change, which leaves the client's own as
     *     it was
     */
    record PasswordSet(@Nullable Secret trustedDevice) {

        /** Set, and the client keeps the trusted device that it has. */
        public PasswordSet() {
            this(null);
        }
    }
}
