package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.secret.Randomness;

/** Random decimal digits without bias: bytes that would favour the low digits are thrown away (ASVS 6.5.3). */
public final class CodeDigits {

    private static final int UNBIASED = 250;

    private CodeDigits() {}

    public static String random(Randomness randomness, int count) {
        StringBuilder digits = new StringBuilder(count);
        while (digits.length() < count) {
            int value = randomness.bytes(1)[0] & 0xff;
            if (value < UNBIASED) {
                digits.append((char) ('0' + value % 10));
            }
        }
        return digits.toString();
    }
}
