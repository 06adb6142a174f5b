package dev.lockstile.auth.password.internal;

import java.util.Arrays;
import java.util.regex.MatchResult;

/**
 * The traditional crypt(3): twenty-five rounds of DES (FIPS 46-3) over a zero block, with the expansion disturbed by
 * twelve bits of salt. It looks at the first eight bytes only; that is the format, and the reason to leave it. Bits are
 * kept one per array element: it is slow for DES and nothing beside what follows.
 */
final class DesCrypt {

    private static final int[] PC1 = {
        57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63,
        55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4
    };
    private static final int[] PC2 = {
        14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55,
        30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32
    };
    private static final int[] P = {
        16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11,
        4, 25
    };
    private static final String[] S = {
        "e4d12fb83a6c5907" + "0f74e2d1a6cb9538" + "41e8d62bfc973a50" + "fc8249175b3ea06d",
        "f18e6b34972dc05a" + "3d47f28ec01a69b5" + "0e7ba4d158c6932f" + "d8a13f42b67c05e9",
        "a09e63f51dc7b428" + "d709346a285ecbf1" + "d6498f30b12c5ae7" + "1ad069874fe3b52c",
        "7de3069a1285bc4f" + "d8b56f03472c1ae9" + "a690cb7df13e5284" + "3f06a1d8945bc72e",
        "2c417ab6853fd0e9" + "eb2c47d150fa3986" + "421bad78f9c5630e" + "b8c71e2d6f09a453",
        "c1af92680d34e75b" + "af427c9561de0b38" + "9ef528c3704a1db6" + "432c95fabe17608d",
        "4b2ef08d3c975a61" + "d0b7491ae35c2f86" + "14bdc37eaf680592" + "6bd814a7950fe23c",
        "d2846fb1a93e50c7" + "1fd8a374c56b0e92" + "7b419ce206adf358" + "21e74a8dfc90356b"
    };
    private static final boolean[] DOUBLE_SHIFT = {
        false, false, true, true, true, true, true, true, false, true, true, true, true, true, true, false
    };

    private DesCrypt() {}

    static Salted split(MatchResult found) {
        String text = found.group(1);
        return new Salted(Encodings.utf8(text.substring(0, 2)), Encodings.utf8(text.substring(2)));
    }

    /** The eleven characters behind the salt. A password with NUL gives none, so that it never matches. */
    static byte[] digest(byte[] salt, byte[] password) {
        if (Bcrypt.hasNul(password)) {
            return new byte[0];
        }
        int[][] keys = keys(password);
        int[] expansion = expansion(Encodings.h64((char) salt[0]) | Encodings.h64((char) salt[1]) << 6);
        int[] left = new int[32];
        int[] right = new int[32];
        for (int pass = 0; pass < 25; pass++) {
            for (int[] key : keys) {
                int[] mixed = round(right, key, expansion);
                for (int i = 0; i < 32; i++) {
                    mixed[i] ^= left[i];
                }
                left = right;
                right = mixed;
            }
            int[] swap = left;
            left = right;
            right = swap;
        }
        return encode(left, right);
    }

    private static int[] round(int[] half, int[] key, int[] expansion) {
        int[] out = new int[32];
        for (int box = 0; box < 8; box++) {
            int in = 0;
            for (int i = 0; i < 6; i++) {
                in = (in << 1) | (half[expansion[box * 6 + i]] ^ key[box * 6 + i]);
            }
            int row = ((in >> 4) & 2) | (in & 1);
            int value = Character.digit(S[box].charAt(row * 16 + ((in >> 1) & 15)), 16);
            for (int i = 0; i < 4; i++) {
                out[box * 4 + i] = value >> (3 - i) & 1;
            }
        }
        return permute(out, P);
    }

    private static int[][] keys(byte[] password) {
        int[] bits = new int[64];
        for (int i = 0; i < Math.min(8, password.length); i++) {
            for (int k = 0; k < 7; k++) {
                bits[i * 8 + k] = password[i] >> (6 - k) & 1;
            }
        }
        int[] state = permute(bits, PC1);
        int[][] keys = new int[16][];
        for (int round = 0; round < 16; round++) {
            rotate(state);
            if (DOUBLE_SHIFT[round]) {
                rotate(state);
            }
            keys[round] = permute(state, PC2);
        }
        return keys;
    }

    private static void rotate(int[] state) {
        int c = state[0];
        int d = state[28];
        System.arraycopy(state, 1, state, 0, 27);
        System.arraycopy(state, 29, state, 28, 27);
        state[27] = c;
        state[55] = d;
    }

    private static int[] expansion(int salt) {
        int[] expansion = new int[48];
        for (int i = 0; i < 48; i++) {
            expansion[i] = (i / 6 * 4 + i % 6 + 31) % 32;
        }
        for (int i = 0; i < 12; i++) {
            if ((salt >> i & 1) == 1) {
                int other = expansion[i];
                expansion[i] = expansion[i + 24];
                expansion[i + 24] = other;
            }
        }
        return expansion;
    }

    private static int[] permute(int[] bits, int[] table) {
        int[] out = new int[table.length];
        for (int i = 0; i < table.length; i++) {
            out[i] = bits[table[i] - 1];
        }
        return out;
    }

    /** The closing permutation of DES, then six bits to a character, the highest first. */
    private static byte[] encode(int[] left, int[] right) {
        int[] joined = Arrays.copyOf(left, 64);
        System.arraycopy(right, 0, joined, 32, 32);
        int[] bits = new int[66];
        for (int i = 0; i < 64; i++) {
            int column = i % 8;
            bits[i] = joined[(column % 2 == 0 ? 39 : 7) + column / 2 * 8 - i / 8];
        }
        byte[] text = new byte[11];
        for (int c = 0; c < 11; c++) {
            int value = 0;
            for (int k = 0; k < 6; k++) {
                value = value << 1 | bits[c * 6 + k];
            }
            text[c] = (byte) Encodings.h64Char(value);
        }
        return text;
    }
}
