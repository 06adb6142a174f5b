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

/** Reset and change of passwords. */
public interface PasswordChanges {

    /** The optional feature of a password history. */
    AuthFeature HISTORY =
            new AuthFeature("password-history", Map.of(AbstractFormerPassword.class, "former_password"), List.of());

    /**
     * Sends a reset link if an account has verified the identifier; the answer is the same either way. Does not change
     * the account. One transaction of its own; the message is sent after the commit.
     *
     * @param request the identifier as typed, and the client
     * @return true, whether or not an account has the identifier and a message is sent. Beyond the identifier's
     *     limit none is sent, and the last link remains valid. {@link Refusal#THROTTLED} for too many requests from
     *     this client's network
     */
    Outcome<Boolean> requestReset(ResetRequest request);

    /**
     * Sets a new password with the link's token; ends all sessions and live codes in the same transaction.
     *
     * @param proof the parameters of the link
     * @param newPassword in plain text; has to satisfy the policy
     * @return the result, or the refusal
     */
    Outcome<PasswordSet> confirmReset(LinkProof proof, Secret newPassword);

    /**
     * {@return the address or number that a link was sent to, while it can set a password; else empty} Reads only and
     * counts no attempt, so that a page may call it when it is opened. The holder of the link already knows that
     * address.
     *
     * @param link from the message
     */
    Optional<String> recipientOf(LinkProof link);

    /**
     * Replaces the password after verifying the present one; ends the other sessions in the same transaction. One
     * transaction of its own.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param oldPassword the present password, as typed
     * @param newPassword in plain text; has to satisfy the policy
     * @return the result, or the refusal
     */
    Outcome<PasswordSet> change(Caller caller, Secret oldPassword, Secret newPassword);

    /**
     * Sets the first password of an account that has none; ends the other sessions in the same transaction. Requires a
     * recent authentication. One transaction of its own.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param newPassword in plain text; has to satisfy the policy
     * @return the result; {@link Refusal#WRONG_PASSWORD} where the account has a password
     */
    Outcome<PasswordSet> set(Caller caller, Secret newPassword);

    /**
     * A request to reset a forgotten password.
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
     * A password was set.
     *
     * @param trustedDevice after a reset a token for the next sign-in
     *     ({@link dev.lockstile.auth.token.ClientEvidence}), so that failed attempts of other clients do not lock the
     *     owner out; valid for a day. It does not sign in. Null after a change, when the client keeps its own
     */
    record PasswordSet(@Nullable Secret trustedDevice) {

        /** Creates a result without a token: the client keeps its own. */
        public PasswordSet() {
            this(null);
        }
    }
}
