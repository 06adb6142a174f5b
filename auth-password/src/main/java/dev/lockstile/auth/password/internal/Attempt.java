package dev.lockstile.auth.password.internal;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * One way to check a stored text.
 *
 * @param verifier computes it
 * @param own over form NFC, as we write them; otherwise as an old system may have written it
 * @param exact costs exactly what the dummy work costs
 * @param upgrade a match should be followed by a new hash
 * @param significant the part of a typed text that counts
 */
record Attempt(Verifier verifier, boolean own, boolean exact, boolean upgrade, UnaryOperator<byte[]> significant) {

    /** True where a match of this typed text should be followed by a new hash: of a text that is all significant. */
    boolean upgrades(byte[] typed) {
        return upgrade && Arrays.equals(significant.apply(typed), typed);
    }
}
