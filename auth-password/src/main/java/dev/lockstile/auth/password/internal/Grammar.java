package dev.lockstile.auth.password.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The regular expression that the whole text of a format fits.
 *
 * @param start what every such text begins with, so that most others are told apart without the expression
 */
record Grammar(Pattern pattern, String start) {

    static Grammar of(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Grammar(pattern, LiteralStart.of(pattern));
    }

    /** What the reader makes of a stored text; null for one that does not fit. */
    <T> @Nullable T read(String stored, Function<MatchResult, @Nullable T> reader) {
        if (!stored.startsWith(start)) {
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
