package dev.lockstile.auth.password;

/**
 * How long a new password must and may be, in code points: what a person would count, whatever the alphabet.
 *
 * @param min at least 8 (ASVS 6.2.1; NIST SP 800-63B-4 asks for 15 where the password is the only factor)
 * @param max at least 64 (ASVS 6.2.9)
 * @param besideSecondFactor the minimum is meant for passwords that a second factor always stands beside
 */
public record LengthRule(int min, int max, boolean besideSecondFactor) {

    /**
     * For passwords that may be the only factor.
     *
     * @param min code points, 8 to 64
     * @param max code points, 64 to 1024
     */
    public LengthRule(int min, int max) {
        this(min, max, false);
    }

    /**
     * Checks the bounds.
     *
     * @param min code points, 8 to 64
     * @param max code points, 64 to 1024
     * @param besideSecondFactor the minimum is meant for passwords that a second factor always stands beside
     * @throws IllegalArgumentException when a bound goes below what the sources allow
     */
    public LengthRule {
        if (min < 8 || min > 64) {
            throw new IllegalArgumentException("the minimum password length must be 8 to 64, not " + min);
        }
        if (max < 64 || max > PasswordSettings.MAX_BYTES) {
            throw new IllegalArgumentException("the maximum password length must be 64 to 1024, not " + max);
        }
    }
}
