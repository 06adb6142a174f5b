package dev.lockstile.auth.password.internal;

/** The pseudo-random functions PBKDF2 is used with. */
enum Prf {
    SHA1("HmacSHA1", 20),
    SHA256("HmacSHA256", 32),
    SHA512("HmacSHA512", 64);

    final String algorithm;
    final int length;

    Prf(String algorithm, int length) {
        this.algorithm = algorithm;
        this.length = length;
    }

    /** By the numbers ASP.NET gives them. */
    static Prf numbered(int number) {
        return switch (number) {
            case 0 -> SHA1;
            case 1 -> SHA256;
            case 2 -> SHA512;
            default -> throw new IllegalArgumentException("PBKDF2 with number " + number + " is not known");
        };
    }

    /** By the names hashes carry: {@code sha1}, {@code sha-256} and so on. */
    static Prf named(String name) {
        return switch (name) {
            case "sha1", "sha-1" -> SHA1;
            case "sha256", "sha-256" -> SHA256;
            case "sha512", "sha-512" -> SHA512;
            default -> throw new IllegalArgumentException("PBKDF2 with " + name + " is not known");
        };
    }
}
