package dev.lockstile.auth.password.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** A format whose whole grammar is one regular expression. */
record RegexFormat(
        String id,
        Grammar grammar,
        boolean onlyWhenNamed,
        TypedChange change,
        Function<MatchResult, @Nullable Verifier> reader)
        implements Format {

    static RegexFormat of(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        return new RegexFormat(id, Grammar.of(regex), false, TypedChange.NONE, reader);
    }

    static RegexFormat named(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        return new RegexFormat(id, Grammar.of(regex), true, TypedChange.NONE, reader);
    }

    /** The same of a system that changes the typed text first. */
    RegexFormat changing(TypedChange newChange) {
        return new RegexFormat(id, grammar, onlyWhenNamed, newChange, reader);
    }

    @Override
    public @Nullable Verifier parse(String stored) {
        Verifier verifier = grammar.read(stored, reader);
        return verifier == null ? null : change.before(verifier);
    }

    @Override
    public byte[] significant(byte[] passwordUtf8) {
        return change.significant().apply(passwordUtf8);
    }
}
