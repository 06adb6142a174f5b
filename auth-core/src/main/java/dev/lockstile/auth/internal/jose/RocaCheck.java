package dev.lockstile.auth.internal.jose;

import java.math.BigInteger;

/**
 * The mark that RSA keys of a faulty generator carry (ROCA, CVE-2017-15361): their primes are powers of 65537 modulo
 * many small primes, and so is the modulus. An honest key passes for marked about once in 2^27.
 */
final class RocaCheck {

    private static final int GENERATOR = 65537;
    private static final int[] PRIMES = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};

    private RocaCheck() {}

    static boolean marks(BigInteger modulus) {
        for (int prime : PRIMES) {
            if (!isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPower(int value, int prime) {
        int power = 1;
        do {
            if (power == value) {
                return true;
            }
            power = power * (GENERATOR % prime) % prime;
        } while (power != 1);
        return false;
    }
}
