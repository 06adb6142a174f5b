package dev.lockstile.auth.password;

/**
 * The most work a stored hash may ask for. A text beyond a ceiling is "no match", and at import it is reported and not
 * taken over: a writer of hashes must not be able to stop the server with it (ASVS 15.2.2).
 *
 * @param argon2MemoryKib Argon2 memory in KiB
 * @param argon2Work Argon2 memory in KiB times passes
 * @param bcryptCost bcrypt's exponent
 * @param pbkdf2Iterations PBKDF2 rounds
 * @param scryptMemoryKib scrypt memory (N times r, in units of 128 bytes) in KiB
 * @param scryptWork scrypt memory in KiB times p
 * @param cryptRounds rounds of the crypt(3) SHA-2 and phpass families and of iterated SHA-1
 */
public record HashCeilings(
        int argon2MemoryKib,
        long argon2Work,
        int bcryptCost,
        int pbkdf2Iterations,
        int scryptMemoryKib,
        long scryptWork,
        int cryptRounds) {

    /**
     * Checks the figures.
     *
     * @param argon2MemoryKib Argon2 memory in KiB
     * @param argon2Work Argon2 memory in KiB times passes
     * @param bcryptCost bcrypt's exponent
     * @param pbkdf2Iterations PBKDF2 rounds
     * @param scryptMemoryKib scrypt memory
     * @param scryptWork scrypt memory in KiB times p
     * @param cryptRounds rounds of the crypt(3) SHA-2 and phpass families and of iterated SHA-1
     * @throws IllegalArgumentException when a ceiling is below what common systems write, or absurd
     */
    public HashCeilings {
        atLeast("argon2MemoryKib", argon2MemoryKib, 65_536, 4_194_304);
        atLeast("argon2Work", argon2Work, 196_608, 1L << 34);
        atLeast("bcryptCost", bcryptCost, 12, 18);
        atLeast("pbkdf2Iterations", pbkdf2Iterations, 600_000, 50_000_000);
        atLeast("scryptMemoryKib", scryptMemoryKib, 32_768, 4_194_304);
        atLeast("scryptWork", scryptWork, 81_920, 1L << 34);
        atLeast("cryptRounds", cryptRounds, 100_000, 50_000_000);
    }

    /**
     * {@return the starting values: above the defaults of every system in the format table, and about a second on one
     * core: Argon2 256 MiB and 1 GiB of work, bcrypt 14, PBKDF2 2 000 000, scrypt 128 MiB and 512 MiB of work, crypt 1
     * 000 000}
     */
    public static HashCeilings defaults() {
        return new HashCeilings(262_144, 1_048_576, 14, 2_000_000, 131_072, 524_288, 1_000_000);
    }

    private static void atLeast(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
