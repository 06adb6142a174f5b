package dev.lockstile.auth.password.internal;

/**
 * The Salsa20 core over a block of 64 bytes, held as eight longs of two words each (low word first) in the order that
 * yescrypt keeps between its steps: word {@code i} of the block is word {@code 5 i mod 16} of the cipher.
 */
final class Salsa20 {

    private static final int WORDS = 16;

    private final int[] x = new int[WORDS];

    /** Replaces the block at {@code at} by core(block) + block. */
    void mix(long[] block, int at, int rounds) {
        for (int i = 0; i < WORDS; i++) {
            x[place(i)] = word(block, at, i);
        }
        for (int round = 0; round < rounds; round += 2) {
            for (int i = 0; i < 4; i++) {
                quarter(5 * i, 4);
            }
            for (int i = 0; i < 4; i++) {
                quarterOfRow(4 * i, i);
            }
        }
        for (int i = 0; i < WORDS; i += 2) {
            int low = word(block, at, i) + x[place(i)];
            int high = word(block, at, i + 1) + x[place(i + 1)];
            block[at + i / 2] = pair(low, high);
        }
    }

    /** Where a word of yescrypt's order stands in the order of the cipher, and of the bytes. */
    static int place(int i) {
        return i * 5 % WORDS;
    }

    static long pair(int low, int high) {
        return (long) high << 32 | low & 0xffff_ffffL;
    }

    private static int word(long[] block, int at, int i) {
        long pair = block[at + i / 2];
        return (int) ((i & 1) == 0 ? pair : pair >>> 32);
    }

    /** A column, from its diagonal element downwards. */
    private void quarter(int a, int step) {
        quarter(a, (a + step) % WORDS, (a + 2 * step) % WORDS, (a + 3 * step) % WORDS);
    }

    /** A row, from its diagonal element rightwards. */
    private void quarterOfRow(int row, int i) {
        quarter(row + i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
    }

    private void quarter(int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
