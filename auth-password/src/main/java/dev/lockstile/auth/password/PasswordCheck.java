package dev.lockstile.auth.password;

/**
 * The outcome of a check.
 *
 * @param matches the password is the right one
 * @param upgradeWanted only when it matches, and only when the old format looked at all of the typed text: the stored
 *     text should be replaced by {@link PasswordHasher#hash} of the same password, by compare-and-set on the old text,
 *     so that a password changed meanwhile wins (ASVS 11.2.2)
 */
public record PasswordCheck(boolean matches, boolean upgradeWanted) {

    /**
     * Checks the values.
     *
     * @param matches the password is the right one
     * @param upgradeWanted only when it matches
     * @throws IllegalArgumentException when an upgrade is asked for without a match
     */
    public PasswordCheck {
        if (upgradeWanted && !matches) {
            throw new IllegalArgumentException("an upgrade is only possible when the password matches");
        }
    }
}
