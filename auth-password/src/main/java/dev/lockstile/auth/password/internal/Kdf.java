package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.HashCeilings;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.generators.SCrypt;

/** The slow functions of foreign hashes, each behind its ceiling: what is refused here is never computed. */
final class Kdf {

    /** Shorter keys could be met by chance or by search. */
    private static final int SHORTEST_KEY = 10;

    private static final int LONGEST_KEY = 256;

    private final HashCeilings ceilings;
    private final MemoryGate memory;

    Kdf(HashCeilings ceilings, MemoryGate memory) {
        this.ceilings = ceilings;
        this.memory = memory;
    }

    Verifier pbkdf2(Prf prf, byte[] salt, int iterations, byte[] key) {
        plausible(key);
        RefusedHashException.unless(
                iterations >= 1 && iterations <= ceilings.pbkdf2Iterations(), "PBKDF2 rounds above the ceiling");
        return password -> Pbkdf2.matches(prf, password, salt, iterations, key);
    }

    /** scrypt with N = 2^ln. */
    Verifier scrypt(int ln, int r, int p, byte[] salt, byte[] key) {
        plausible(key);
        UnaryOperator<byte[]> derive = scrypt(ln, r, p, salt, key.length);
        return password -> MessageDigest.isEqual(key, derive.apply(password));
    }

    UnaryOperator<byte[]> scrypt(int ln, int r, int p, byte[] salt, int length) {
        RefusedHashException.unless(
                ln >= 1 && ln <= 24 && r >= 1 && r <= 1_024 && p >= 1 && p <= 1_024, "odd scrypt figures");
        // scrypt itself needs N below 2^(16 r), which matters for r = 1 only (RFC 7914, section 2)
        RefusedHashException.unless(r > 1 || ln < 16, "odd scrypt figures");
        long kib = Math.max(1, (128L << ln) * r / 1_024);
        RefusedHashException.unless(
                kib <= ceilings.scryptMemoryKib() && kib * p <= ceilings.scryptWork() && memory.fits(kib),
                "scrypt cost above the ceiling");
        return password -> memory.with((int) kib, () -> SCrypt.generate(password, salt, 1 << ln, r, p, length));
    }

    /** yescrypt lives under scrypt's ceilings: it is the same kind of work. */
    UnaryOperator<byte[]> yescrypt(YescryptCost cost, byte[] salt) {
        RefusedHashException.unless(
                cost.kib() <= ceilings.scryptMemoryKib()
                        && cost.work() <= ceilings.scryptWork()
                        && memory.fits(cost.kib()),
                "yescrypt cost above the ceiling");
        return password -> memory.with((int) cost.kib(), () -> Yescrypt.derive(cost, salt, password));
    }

    void bcryptCost(int cost) {
        RefusedHashException.unless(cost >= 4 && cost <= ceilings.bcryptCost(), "bcrypt cost above the ceiling");
    }

    void cryptRounds(long rounds) {
        RefusedHashException.unless(rounds >= 1 && rounds <= ceilings.cryptRounds(), "crypt rounds above the ceiling");
    }

    /** N as hashes write it in full: a power of two. */
    static int log2(int n) {
        RefusedHashException.unless(n >= 2 && Integer.bitCount(n) == 1, "scrypt's N is a power of two");
        return Integer.numberOfTrailingZeros(n);
    }

    private static void plausible(byte[] key) {
        RefusedHashException.unless(
                key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY, "a key of impossible length");
    }
}
