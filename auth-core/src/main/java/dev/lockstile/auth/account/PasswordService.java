package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forgotten and changed passwords. */
public interface PasswordService {

    /**
     * Sends a link if somebody has proven the identifier; no answer tells. Changes nothing on the account.
     *
     * @param request the identifier as typed, and the client it came from
     * @return the same answer whether or not somebody has the identifier
     */
    ResetRequestResult requestReset(ResetRequest request);

    /**
     * Sets a new password with the link's token; ends all sessions and open codes in the same transaction.
     *
     * @param proof what the link carries
     * @param newPassword in clear; has to pass the policy
     * @return whether it was set, and if not why
     */
    PasswordResult confirmReset(LinkProof proof, Secret newPassword);

    /**
     * {@return the address or number that a link was sent to, while it would set a password; else empty} Changes and
     * counts nothing, so that a page may look when it is opened. Who holds the link has read the message at that
     * address.
     *
     * @param link as it stands in the message
     */
    Optional<String> recipientOf(LinkProof link);

    /**
     * Sets a new password with the old one; ends the other sessions in the same transaction.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param oldPassword as typed; compared with the stored hash
     * @param newPassword in clear; has to pass the policy
     * @return whether it was set, and if not why
     */
    PasswordResult change(Caller caller, Secret oldPassword, Secret newPassword);

    /**
     * Sets the first password of an account that has none; ends the other sessions in the same transaction.
     *
     * @param caller who asks, with a proof that is recent; its session is looked up in the store
     * @param newPassword in clear; has to pass the policy
     * @return whether it was set; {@link PasswordResult.Refusal#WRONG_PASSWORD} where the account has one
     */
    PasswordResult set(Caller caller, Secret newPassword);

    /**
     * A forgotten password.
     *
     * @param kind e-mail or phone
     * @param text as the person typed it
     * @param address the client's address as the host knows it
     * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
     * @param evidence what the client shows beside the request
     */
    record ResetRequest(
            IdentifierKind kind,
            String text,
            @Nullable String address,
            @Nullable String language,
            ClientEvidence evidence) {

        /**
         * A request by a client that shows nothing of itself.
         *
         * @param kind e-mail or phone
         * @param text as the person typed it
         * @param address the client's address as the host knows it
         * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
         */
        public ResetRequest(IdentifierKind kind, String text, @Nullable String address, @Nullable String language) {
            this(kind, text, address, language, ClientEvidence.NONE);
        }

        /**
         * A request in no language of its own.
         *
         * @param kind e-mail or phone
         * @param text as the person typed it
         * @param address the client's address as the host knows it
         */
        public ResetRequest(IdentifierKind kind, String text, @Nullable String address) {
            this(kind, text, address, null);
        }

        @Override
        public String toString() {
            return "ResetRequest[" + kind + "]";
        }
    }

    /** How a request for a reset ended. */
    sealed interface ResetRequestResult {

        /**
         * Says nothing on whether a message leaves. None does while the identifier has had its share, whoever asked;
         * then the last link still works.
         */
        record Accepted() implements ResetRequestResult {}

        /**
         * Too many requests by this client's network; never because of what others asked for.
         *
         * @param retryAt when to try again
         */
        record Throttled(Instant retryAt) implements ResetRequestResult {}

        /**
         * The client has to show a proof to the host's check for people first; nothing was counted.
         *
         * @param challenge what the check wants of the client, such as a site key or a puzzle; no secret
         */
        record HumanCheckRequired(String challenge) implements ResetRequestResult {}

        /**
         * What was sent cannot be used; each problem names its field. No message leaves.
         *
         * @param problems each names its field; at least one
         */
        record Invalid(List<FieldProblem> problems) implements ResetRequestResult {
            /**
             * Copies the list.
             *
             * @param problems each names its field; at least one
             */
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }
}
