package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hashes new passwords and checks typed ones. Both are slow on purpose (tens of milliseconds, tens of mebibytes) and
 * wait for a permit first: call them outside any transaction and without holding a database connection
 * (ASVS 15.1.3). Safe for use by many threads.
 */
public interface PasswordHasher {

    /**
     * Hashes with the current algorithm and a fresh salt. The text is taken in Unicode form NFC, otherwise exactly as
     * given: nothing is trimmed or cut (ASVS 6.2.8).
     *
     * @param password up to {@link PasswordSettings#MAX_BYTES} in UTF-8
     * @return the text to store, at most 255 characters
     * @throws HashingBusyException when no permit is free within the wait limit; nothing was computed
     * @throws IllegalArgumentException when the password is longer than {@link PasswordSettings#MAX_BYTES} or is not
     *     well-formed text; the policy reports both before it comes to this
     */
    String hash(Secret password);

    /**
     * Checks a typed password against what is stored. It never throws for any stored text; null, empty, unusable,
     * malformed and absurdly costly ones are "no match" for the same work as a wrong password, so that an attacker
     * cannot tell by the time whether the account exists (ASVS 6.3.8). A password longer than
     * {@link PasswordSettings#MAX_BYTES} is "no match" at no cost, whatever is stored.
     *
     * @param stored what the account has; null for no account or no password
     * @param password as typed
     * @return whether it is the right one, and whether to store a new hash
     * @throws HashingBusyException when no permit is free within the wait limit; this says nothing about the
     *     password and must not be counted as a failed attempt
     */
    PasswordCheck check(@Nullable String stored, Secret password);

    /**
     * {@return whether a new password is one of several that an account has or had} Not for signing in: it ends at the
     * first match, and waits out no {@linkplain HashingLimits#failureFloor() least time}. Each comparison waits for a
     * permit of its own.
     *
     * @param stored what the account has and had, compared in this order
     * @param password as typed
     * @throws HashingBusyException when no permit is free within the wait limit
     */
    default boolean isAmong(List<String> stored, Secret password) {
        return stored.stream().anyMatch(text -> check(text, password).matches());
    }
}
