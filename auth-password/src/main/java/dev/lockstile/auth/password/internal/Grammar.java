package dev.lockstile.auth.password.internal;

import java.util.BitSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The regular expression that the whole text of a format fits. Most texts of other formats are told apart without it: an
 * import asks dozens of formats about each hash.
 *
 * @param start what every such text begins with
 * @param firsts the ASCII letters with which such a text may begin
 */
record Grammar(Pattern pattern, String start, BitSet firsts) {

    private static final int ASCII = 128;

    static Grammar of(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Grammar(pattern, LiteralStart.of(pattern), firsts(pattern));
    }

    /** A letter that fails before its end is reached fails whatever follows it. */
    private static BitSet firsts(Pattern pattern) {
        BitSet firsts = new BitSet(ASCII);
        for (char letter = 0; letter < ASCII; letter++) {
            Matcher matcher = pattern.matcher(String.valueOf(letter));
            firsts.set(letter, matcher.matches() || matcher.hitEnd());
        }
        return firsts;
    }

    private boolean mayFit(String stored) {
        if (!start.isEmpty()) {
            return stored.startsWith(start);
        }
        return stored.isEmpty() || stored.charAt(0) >= ASCII || firsts.get(stored.charAt(0));
    }

    /** What the reader makes of a stored text; null for one that does not fit. */
    <T> @Nullable T read(String stored, Function<MatchResult, @Nullable T> reader) {
        if (!mayFit(stored)) {
            return null;
        }
        Matcher matcher = pattern.matcher(stored);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return reader.apply(matcher.toMatchResult());
        } catch (IllegalArgumentException malformed) {
            // a number or an encoding that the expression let through: then it is not this format
            return null;
        }
    }
}
