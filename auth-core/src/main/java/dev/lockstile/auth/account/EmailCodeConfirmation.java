package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a registration's e-mail address by the code of eight digits beside the link. It does what
 * {@link EmailConfirmation} does, where the person cannot open the link in the client that registered.
 *
 * @param challengeId what that client got with {@link RegisterResult.Accepted} or {@link ResendResult.Accepted}
 * @param code as it stands in the newest message
 * @param address of the client, as the host knows it; null shares a stricter limit
 * @param shown what shows that the same person registered
 */
public record EmailCodeConfirmation(
        String challengeId, Secret code, @Nullable String address, Registrant shown) {

    /**
     * By the code alone: the password of the registration goes.
     *
     * @param challengeId as the client got it with the registration or the resend
     * @param code as it stands in the newest message
     * @return a confirmation without the client's address and without a proof of who registered
     */
    public static EmailCodeConfirmation of(String challengeId, Secret code) {
        return new EmailCodeConfirmation(challengeId, code, null, new Registrant(null, null));
    }

    /**
     * The same, shown by the client that registered.
     *
     * @param secret that of {@link RegisterResult.Accepted}; null for none
     * @return the same with the secret of the registration, which the client that registered has kept
     */
    public EmailCodeConfirmation withRegistration(@Nullable Secret secret) {
        return new EmailCodeConfirmation(challengeId, code, address, new Registrant(secret, shown.password()));
    }

    @Override
    public String toString() {
        return "EmailCodeConfirmation[hidden]";
    }

    /**
     * What shows that whoever confirms also registered.
     *
     * @param registration the secret of {@link RegisterResult.Accepted}; null for none
     * @param password the password of the registration, typed once more; null for none
     */
    public record Registrant(
            @Nullable Secret registration, @Nullable Secret password) {}
}
