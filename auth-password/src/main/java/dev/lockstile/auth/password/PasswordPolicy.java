package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;
import java.util.List;

/**
 * The one rule for choosing a password, used by registration, change, reset, creation by an administrator and
 * bootstrap alike (ASVS 6.2.1 to 6.2.12). It asks for length, and refuses what attackers try first; it asks for no
 * mixture of character kinds. When a breach source is set it may go over the network: call it outside transactions.
 */
public interface PasswordPolicy {

    /**
     * All that is wrong with the candidate, in a stable order.
     *
     * @param candidate the password that a person chose
     * @param context what is publicly known about that person
     * @return empty when the password is accepted
     */
    default List<PasswordProblem> problems(Secret candidate, PasswordContext context) {
        List<PasswordProblem> own = problemsWithoutAsking(candidate, context);
        return own.isEmpty() ? breachProblems(candidate) : own;
    }

    /**
     * The first half: what can be told at once, before an attempt is counted. Ask it first where strangers choose
     * passwords, so that they cannot make this machine call out without bound.
     *
     * @param candidate the password that a person chose
     * @param context what is publicly known about that person
     * @return empty when nothing is wrong so far
     */
    List<PasswordProblem> problemsWithoutAsking(Secret candidate, PasswordContext context);

    /**
     * The second half: what the breach source has against a candidate in which the first half found nothing.
     *
     * @param candidate the password that a person chose
     * @return empty when nothing is known against it, or no source is set
     */
    List<PasswordProblem> breachProblems(Secret candidate);
}
