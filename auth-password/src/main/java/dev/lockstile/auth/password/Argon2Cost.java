package dev.lockstile.auth.password;

/**
 * What one Argon2id hash costs (RFC 9106).
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    /** The cheapest work (memory in KiB times passes) and memory among OWASP's equal choices for Argon2id. */
    private static final int FLOOR_WORK = 35_840;

    private static final int FLOOR_MEMORY = 7_168;

    /**
     * Checks the figures.
     *
     * @param memoryKib memory in KiB
     * @param iterations passes over the memory, 1 to 1000
     * @param parallelism lanes, 1 to 255
     * @throws IllegalArgumentException when no Argon2 computation exists for these figures
     */
    public Argon2Cost {
        if (iterations < 1 || iterations > 1_000) {
            throw new IllegalArgumentException("Argon2 iterations must be 1 to 1000, not " + iterations);
        }
        if (parallelism < 1 || parallelism > 255) {
            throw new IllegalArgumentException("Argon2 parallelism must be 1 to 255, not " + parallelism);
        }
        if (memoryKib < 8 * parallelism || memoryKib > 4_194_304) {
            throw new IllegalArgumentException(
                    "Argon2 memory must be 8 KiB per lane at least and 4 GiB at most, not " + memoryKib + " KiB");
        }
    }

    /** {@return OWASP's first choice: 19 MiB, 2 passes, 1 lane} */
    public static Argon2Cost owasp() {
        return new Argon2Cost(19_456, 2, 1);
    }

    /** {@return RFC 9106's second recommended option: 64 MiB, 3 passes, 4 lanes} */
    public static Argon2Cost strong() {
        return new Argon2Cost(65_536, 3, 4);
    }

    /**
     * {@return next to no cost, for a test suite} A thief of such hashes reads the passwords: never outside tests.
     */
    public static Argon2Cost cheapForTests() {
        return new Argon2Cost(64, 1, 1);
    }

    /** {@return memory in KiB times passes: what the time is proportional to} */
    public long work() {
        return (long) memoryKib * iterations;
    }

    /** {@return whether this is at least as strong as the weakest setting OWASP's password storage sheet allows} */
    public boolean meetsFloor() {
        return memoryKib >= FLOOR_MEMORY && work() >= FLOOR_WORK;
    }
}
