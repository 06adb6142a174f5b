package dev.lockstile.auth.password.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** A format whose whole grammar is one regular expression. */
record RegexFormat(String id, Grammar grammar, boolean onlyWhenNamed, Function<MatchResult, @Nullable Verifier> reader)
        implements Format {

    static RegexFormat of(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        return new RegexFormat(id, Grammar.of(regex), false, reader);
    }

    static RegexFormat named(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        return new RegexFormat(id, Grammar.of(regex), true, reader);
    }

    @Override
    public @Nullable Verifier parse(String stored) {
        return grammar.read(stored, reader);
    }
}
