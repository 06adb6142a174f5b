package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.secret.Secret;
import java.util.HexFormat;

/** The two halves of a password's SHA-1 in the range protocol: the one that is sent, and the one that is kept. */
public final class BreachRange {

    private static final int PREFIX = 5;

    private final String digest;

    private BreachRange(String digest) {
        this.digest = digest;
    }

    /** The halves for a password. */
    public static BreachRange of(Secret password) {
        return new BreachRange(HexFormat.of().withUpperCase().formatHex(Digests.hash("SHA-1", password.utf8())));
    }

    /** What is sent: five hexadecimal digits, shared by some thousand million passwords. */
    public String prefix() {
        return digest.substring(0, PREFIX);
    }

    /** The count beside our ending; 0 when it is not there, or there as padding. */
    public long count(String answer) {
        String ending = digest.substring(PREFIX) + ":";
        for (String line : answer.split("\r?\n", -1)) {
            if (line.regionMatches(true, 0, ending, 0, ending.length())) {
                return number(line.substring(ending.length()).trim());
            }
        }
        return 0;
    }

    /** A listed ending with an odd count is listed all the same. */
    private static long number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : 1;
    }
}
