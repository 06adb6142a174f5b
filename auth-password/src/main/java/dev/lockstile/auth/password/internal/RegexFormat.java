package dev.lockstile.auth.password.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A format whose whole grammar is one regular expression. */
record RegexFormat(
        String id,
        Pattern pattern,
        String start,
        boolean onlyWhenNamed,
        Function<MatchResult, @Nullable Verifier> reader)
        implements Format {

    static RegexFormat of(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        Pattern pattern = Pattern.compile(regex);
        return new RegexFormat(id, pattern, LiteralStart.of(pattern), false, reader);
    }

    static RegexFormat named(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        Pattern pattern = Pattern.compile(regex);
        return new RegexFormat(id, pattern, LiteralStart.of(pattern), true, reader);
    }

    @Override
    public @Nullable Verifier parse(String stored) {
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
            // a number or an encoding the grammar let through: then it is not this format
            return null;
        }
    }
}
