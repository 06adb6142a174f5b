package dev.lockstile.auth.password.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** A format whose whole grammar is one regular expression. */
record RegexFormat(
        String id,
        Grammar grammar,
        boolean onlyWhenNamed,
        PasswordPreparation preparation,
        Function<MatchResult, @Nullable Verifier> reader)
        implements Format {

    static RegexFormat of(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        return new RegexFormat(id, Grammar.of(regex), false, PasswordPreparation.NONE, reader);
    }

    static RegexFormat named(String id, String regex, Function<MatchResult, @Nullable Verifier> reader) {
        return new RegexFormat(id, Grammar.of(regex), true, PasswordPreparation.NONE, reader);
    }

    /** The same of a system that prepares the typed text first. */
    RegexFormat prepared(PasswordPreparation newPreparation) {
        return new RegexFormat(id, grammar, onlyWhenNamed, newPreparation, reader);
    }

    @Override
    public @Nullable Verifier parse(String stored) {
        Verifier verifier = grammar.read(stored, reader);
        return verifier == null ? null : preparation.before(verifier);
    }

    @Override
    public byte[] significant(byte[] passwordUtf8) {
        return preparation.significant().apply(passwordUtf8);
    }
}
