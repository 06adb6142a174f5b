package dev.lockstile.auth.account;

import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registration, and verification of the e-mail address. */
public interface Registrations {

    /**
     * Registers an account. A taken identifier gets the same answer after the same work as a free one, and its owner
     * receives a notice (ASVS 6.3.8). The answer therefore names no account, and a lookup by the address afterwards may
     * find another person's. A host with rows of its own writes them in {@link #register(Registration, Function)}.
     *
     * @param registration the data as typed, and the client
     * @return the same answer for a free identifier and a taken one
     */
    default Outcome<Registration.Accepted> register(Registration registration) {
        return register(registration, account -> Verdict.allow());
    }

    /**
     * Registers an account and calls a function of the host in the transaction that opens it: both are committed or
     * neither. Counting, hashing and the check for breached passwords precede it without a connection, so that
     * concurrent registrations cannot exhaust the pool.
     *
     * <p>The function is called only for a new account, after the hooks, and not for an address that is taken or not
     * verified yet; so it never changes another person's account. A veto rolls the account back without changing the
     * answer; only the event has its reason. An exception also rolls back and is thrown to the caller; showing it to
     * the client reveals that the address was free.
     *
     * <p>The function is called again when its transaction collides with another one, and it delays the answer: run a
     * few statements on the same database, and no network calls. With {@code JpaAuthStore} get the host's entity by
     * {@code managed}.
     *
     * @param registration the data as typed, and the client
     * @param hostWork called in the transaction that opens the account; a veto rolls the account back
     * @return the same answer for a free identifier, a taken one and a veto
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread's transaction holds a
     *     connection: call it outside. A transaction without a connection is joined
     */
    Outcome<Registration.Accepted> register(Registration registration, Function<NewAccount, Verdict> hostWork);

    /**
     * Verifies an e-mail address by the link only, which removes the password and other data of the registration.
     *
     * @param link from the message
     * @return the result with a proof for a new password, or the refusal
     */
    default Outcome<EmailConfirmation.Proven> confirmEmail(LinkProof link) {
        return confirmEmail(EmailConfirmation.of(link));
    }

    /**
     * Verifies the e-mail address of a registration, once; does not enable a disabled account. Without evidence that
     * the confirming client also registered, the password, names, user name, acceptance of the terms and every other
     * identifier of the registration are removed in the same transaction, and the result has a proof for a new
     * password. A wrong password changes nothing; at most five are compared per link.
     *
     * @param confirmation the link, and evidence that the same person registered
     * @return the result, with a proof for a new password where the old one was removed; or the refusal
     */
    Outcome<EmailConfirmation.Proven> confirmEmail(EmailConfirmation confirmation);

    /**
     * {@return the address that a link would verify; empty where it is wrong, used, replaced or expired} Reads only and
     * counts no attempt, so that a page may call it when it is opened.
     *
     * @param link from the message
     */
    Optional<String> recipientOf(LinkProof link);

    /**
     * Verifies the address by the code of the message and the challenge of the client that registered or requested a
     * resend. Five codes are compared per message; the use of the link or the code invalidates both.
     *
     * @param confirmation the code, its challenge, and evidence that the same person registered
     * @return the result; {@link Refusal#INVALID_LINK} for a code that is wrong, used, replaced, expired or of
     *     another challenge
     */
    Outcome<EmailConfirmation.Proven> confirmEmailByCode(EmailConfirmation.ByCode confirmation);

    /**
     * Sends the confirmation again if a registration with that address is not verified yet; the answer is the same
     * either way.
     *
     * @param email as typed
     * @return the challenge, which the client sends with the code of the newest message
     *     ({@link EmailConfirmation.ByCode}); also where nothing was sent
     */
    default Outcome<String> resendConfirmation(String email) {
        return resendConfirmation(email, null);
    }

    /**
     * Sends the confirmation again for a client with a known IP address.
     *
     * @param email as typed
     * @param address the client's IP address as determined by the host; null where it is not known, which applies a
     *     stricter shared limit
     * @return the challenge, which the client sends with the code of the newest message
     *     ({@link EmailConfirmation.ByCode}); also where nothing was sent
     */
    Outcome<String> resendConfirmation(String email, @Nullable String address);
}
