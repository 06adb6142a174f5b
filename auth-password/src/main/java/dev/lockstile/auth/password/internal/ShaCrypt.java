package dev.lockstile.auth.password.internal;

import java.security.MessageDigest;

/** The SHA-2 crypt of glibc: {@code $5$} and {@code $6$}, after Ulrich Drepper's specification. */
final class ShaCrypt {

    private static final int[] ORDER_256 = {
        20, 10, 0, 11, 1, 21, 2, 22, 12, 23, 13, 3, 14, 4, 24, 5, 25, 15, 26, 16, 6, 17, 7, 27, 8, 28, 18, 29, 19, 9,
        30, 31
    };

    private ShaCrypt() {}

    static String sha256(byte[] salt, byte[] password, int rounds) {
        return Encodings.h64(Encodings.pick(run("SHA-256", salt, password, rounds), ORDER_256));
    }

    static String sha512(byte[] salt, byte[] password, int rounds) {
        return Encodings.h64(Encodings.pick(run("SHA-512", salt, password, rounds), order512()));
    }

    /** Each triple is the one before, moved on by one and turned by one place; the last byte stands alone. */
    private static int[] order512() {
        int[] order = new int[64];
        int a = 0;
        int b = 21;
        int c = 42;
        for (int i = 0; i < 63; i += 3) {
            order[i] = c;
            order[i + 1] = b;
            order[i + 2] = a;
            int first = a;
            a = b + 1;
            b = c + 1;
            c = first + 1;
        }
        order[63] = 63;
        return order;
    }

    private static byte[] run(String algorithm, byte[] salt, byte[] password, int rounds) {
        MessageDigest sha = Digests.get(algorithm);
        byte[] state = start(sha, salt, password, Digests.hash(algorithm, password, salt, password));
        for (int i = 0; i < password.length; i++) {
            sha.update(password);
        }
        byte[] longPassword = repeat(sha.digest(), password.length);
        for (int i = 0; i < 16 + (state[0] & 0xff); i++) {
            sha.update(salt);
        }
        byte[] longSalt = repeat(sha.digest(), salt.length);
        for (int round = 0; round < rounds; round++) {
            state = round(sha, round, state, longSalt, longPassword);
        }
        return state;
    }

    private static byte[] start(MessageDigest sha, byte[] salt, byte[] password, byte[] inner) {
        sha.update(password);
        sha.update(salt);
        sha.update(repeat(inner, password.length));
        for (int bits = password.length; bits > 0; bits >>= 1) {
            sha.update((bits & 1) == 1 ? inner : password);
        }
        return sha.digest();
    }

    private static byte[] round(MessageDigest sha, int round, byte[] state, byte[] salt, byte[] password) {
        boolean odd = (round & 1) == 1;
        sha.update(odd ? password : state);
        if (round % 3 != 0) {
            sha.update(salt);
        }
        if (round % 7 != 0) {
            sha.update(password);
        }
        sha.update(odd ? state : password);
        return sha.digest();
    }

    private static byte[] repeat(byte[] block, int length) {
        byte[] out = new byte[length];
        for (int at = 0; at < length; at += block.length) {
            System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
        }
        return out;
    }
}
