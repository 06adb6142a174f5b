package dev.lockstile.auth.account;

import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registration, and proof of the e-mail address. */
public interface Registrations {

    /**
     * Registers. A taken identifier gets the answer and the work of a free one, and its owner a notice (ASVS 6.3.8). So
     * the answer names no account, and looking one up by the address afterwards may find a stranger's: a host with rows
     * of its own writes them in {@link #register(Registration, Function)}.
     *
     * @param registration what the person typed, and the client it came from
     * @return the same answer for a free identifier and a taken one
     */
    default Outcome<Registration.Accepted> register(Registration registration) {
        return register(registration, account -> Verdict.allow());
    }

    /**
     * Registers, and runs work of the host on the new account in the transaction that opens it: both are committed or
     * neither. Counting, hashing and the look for breached passwords come before, while no connection is held, so a
     * pool of any size serves any number of registrations at once.
     *
     * <p>The work is run for a new account only, after the hooks; not for an address that is taken or that waits for
     * its proof, so it never touches an account of another person. A veto takes the account back behind the answer
     * that every client gets, and its reason goes into the event alone. An exception takes the account back too and
     * reaches the caller as it is; a host that shows it tells with it that the address was free.
     *
     * <p>The work may run again when its transaction collides with another one, and its time is part of the answer's: a
     * few statements on the same database, nothing over the network. Within {@code JpaAuthStore} its {@code managed} is
     * the way to the host's own entity.
     *
     * @param registration what the person typed, and the client it came from
     * @param hostWork runs in the transaction that opens the account; a veto takes the account back
     * @return the same answer for a free identifier, a taken one and a veto
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread is in a transaction that holds a
     *     connection: call it outside. One that holds none yet is joined
     */
    Outcome<Registration.Accepted> register(Registration registration, Function<NewAccount, Verdict> hostWork);

    /**
     * Proves an e-mail address by the link alone: what was set at the registration, the password first, goes.
     *
     * @param link from the message
     * @return whether the address is proven now, and what sets a new password
     */
    default Outcome<EmailConfirmation.Proven> confirmEmail(LinkProof link) {
        return confirmEmail(EmailConfirmation.of(link));
    }

    /**
     * Proves the e-mail address of a registration; single use, and never makes a disabled account active. Where nothing
     * shows that the confirming client also registered, the password, the names, the user name, the acceptance of the
     * terms and every other identifier of the registration go in the same transaction, and the answer holds what sets
     * a new password. A wrong password changes nothing, and is compared five times at most for one link.
     *
     * @param confirmation the link, and what shows that the same person registered
     * @return whether the address is proven now; what sets a new password, where the old one was taken away
     */
    Outcome<EmailConfirmation.Proven> confirmEmail(EmailConfirmation confirmation);

    /**
     * {@return the address that a link would prove; empty where it is wrong, used, replaced or expired} Reads only and
     * counts no attempt, so that a page may call it when it is opened.
     *
     * @param link from the message
     */
    Optional<String> recipientOf(LinkProof link);

    /**
     * Proves the address by the code of the message, which goes with the challenge of the client that registered or
     * asked again. Five codes are looked at for one message; link and code are one proof, and one use ends both.
     *
     * @param confirmation the code, its challenge, and what shows that the same person registered
     * @return {@link Refusal#INVALID_LINK} for a code that is wrong, used, replaced or expired, or belongs to
     *     another challenge
     */
    Outcome<EmailConfirmation.Proven> confirmEmailByCode(EmailConfirmation.ByCode confirmation);

    /**
     * Sends the confirmation again if a registration waits for one; no answer tells whether it does.
     *
     * @param email as typed
     * @return the challenge, to be shown with the code of the newest message ({@link EmailConfirmation.ByCode}); the
     *     same answer whether or not a registration waits
     */
    default Outcome<String> resendConfirmation(String email) {
        return resendConfirmation(email, null);
    }

    /**
     * The same for a client whose address the host knows.
     *
     * @param email as typed
     * @param address the client's IP address as determined by the host; null shares a stricter limit
     * @return the challenge, to be shown with the code of the newest message ({@link EmailConfirmation.ByCode}); the
     *     same answer whether or not a registration waits
     */
    Outcome<String> resendConfirmation(String email, @Nullable String address);
}
