package dev.lockstile.auth.password.internal;

/**
 * yescrypt's parallel wide transformation with its three tables, in the one setting in use (6 rounds, 4 lanes of 2, 12
 * KiB). The tables change with every block: what was written last is read next.
 */
final class Pwxform {

    /** The tables together, in longs, and as blocks of 128 bytes. */
    static final int LONGS = 1_536;

    static final int BLOCKS = 96;

    /** Longs of one block of 64 bytes. */
    static final int WIDTH = 8;

    private static final int ROUNDS = 6;
    private static final int TABLE = LONGS / 3;

    /** From a word to an even index within a table. */
    private static final int MASK = (TABLE - 1) * 8 & ~8;

    private static final long LOW = 0xffff_ffffL;

    private final long[] tables;
    private final long[] block = new long[WIDTH];
    private final Salsa20 salsa = new Salsa20();

    private int first = 2 * TABLE;
    private int second = TABLE;
    private int written;
    private int next;

    Pwxform(long[] tables) {
        this.tables = tables;
    }

    /** Replaces {@code x}, a whole number of blocks of 128 bytes, by BlockMix of it. */
    void mix(long[] x) {
        System.arraycopy(x, x.length - WIDTH, block, 0, WIDTH);
        for (int at = 0; at < x.length; at += WIDTH) {
            for (int i = 0; i < WIDTH; i++) {
                block[i] ^= x[at + i];
            }
            transform();
            System.arraycopy(block, 0, x, at, WIDTH);
        }
        salsa.mix(x, x.length - WIDTH, 2);
    }

    private void transform() {
        for (int round = 0; round < ROUNDS; round++) {
            boolean keep = round != 0 && round != ROUNDS - 1;
            for (int lane = 0; lane < WIDTH; lane += 2) {
                int low = first + (((int) block[lane] & MASK) >>> 3);
                int high = second + (((int) (block[lane] >>> 32) & MASK) >>> 3);
                block[lane] = step(block[lane], low, high);
                block[lane + 1] = step(block[lane + 1], low + 1, high + 1);
                if (keep) {
                    tables[written + next] = block[lane];
                    tables[written + next + 1] = block[lane + 1];
                    next += 2;
                }
            }
        }
        turn();
    }

    private long step(long value, int low, int high) {
        return ((value >>> 32) * (value & LOW) + tables[low]) ^ tables[high];
    }

    /** The table just written is read first from here on. */
    private void turn() {
        int oldest = second;
        second = first;
        first = written;
        written = oldest;
        next &= TABLE - 1;
    }
}
