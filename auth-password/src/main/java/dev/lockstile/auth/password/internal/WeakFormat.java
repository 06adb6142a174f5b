package dev.lockstile.auth.password.internal;

import java.security.MessageDigest;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * A fast hash, which an attacker tries billions of times a second. It can be computed from its salt alone, so that an
 * import may keep the salt and put the digest inside Argon2id.
 *
 * @param digest computes the digest of (salt, password)
 */
record WeakFormat(
        String id,
        Grammar grammar,
        boolean onlyWhenNamed,
        PasswordPreparation preparation,
        Function<MatchResult, @Nullable Salted> split,
        BinaryOperator<byte[]> digest)
        implements Format {

    static WeakFormat of(
            String id, String regex, Function<MatchResult, @Nullable Salted> split, BinaryOperator<byte[]> digest) {
        return new WeakFormat(id, Grammar.of(regex), false, PasswordPreparation.NONE, split, digest);
    }

    WeakFormat whenNamed() {
        return new WeakFormat(id, grammar, true, preparation, split, digest);
    }

    /** The same of a system that prepares the typed text first. */
    WeakFormat prepared(PasswordPreparation newPreparation) {
        return new WeakFormat(id, grammar, onlyWhenNamed, newPreparation, split, digest);
    }

    @Nullable
    Salted read(String stored) {
        return grammar.read(stored, split);
    }

    byte[] compute(byte[] salt, byte[] password) {
        return digest.apply(salt, preparation.hashed().apply(password));
    }

    @Override
    public @Nullable Verifier parse(String stored) {
        Salted salted = read(stored);
        return salted == null
                ? null
                : password -> MessageDigest.isEqual(salted.digest(), compute(salted.salt(), password));
    }

    @Override
    public byte[] significant(byte[] passwordUtf8) {
        return preparation.significant().apply(passwordUtf8);
    }
}
