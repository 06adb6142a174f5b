package dev.lockstile.auth.password.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The memory that one yescrypt run fills and goes through (SMix of the reference, read-write mode). */
final class YescryptMemory {

    private final YescryptCost cost;
    private final int width;
    private final long[] memory;
    private final long[] x;
    private final Salsa20 salsa = new Salsa20();

    YescryptMemory(YescryptCost cost) {
        this.cost = cost;
        this.width = 16 * cost.r();
        this.memory = new long[width * cost.n()];
        this.x = new long[width];
    }

    /**
     * Mixes the lanes' blocks in place.
     *
     * @param head the first bytes of the blocks
     * @return the key that replaces the password
     */
    byte[] fill(byte[] blocks, byte[] head) {
        int lanes = cost.p();
        int part = cost.n() / lanes;
        long loops = loops(part);
        long writing = even(loops / lanes);
        part &= ~1;
        byte[] key = head;
        Pwxform[] forms = new Pwxform[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            ByteBuffer block = lane(blocks, lane);
            forms[lane] = new Pwxform(tables(block));
            if (lane == 0) {
                byte[] tail = Arrays.copyOfRange(blocks, 128 * cost.r() - 64, 128 * cost.r());
                key = Digests.hmac("HmacSHA256", tail, head);
            }
            int from = lane * part;
            int length = lane < lanes - 1 ? part : cost.n() - from;
            load(block, x);
            write(forms[lane], from, length);
            walk(forms[lane], from, Integer.highestOneBit(length), writing, true);
            store(x, block);
        }
        for (int lane = 0; lane < lanes; lane++) {
            ByteBuffer block = lane(blocks, lane);
            load(block, x);
            walk(forms[lane], 0, cost.n(), even(loops) - writing, false);
            store(x, block);
        }
        return key;
    }

    /** The steps of the second loop: a third of the first, two thirds for t = 1, t - 1 times it from there on. */
    private long loops(int part) {
        if (cost.t() > 1) {
            return (long) part * (cost.t() - 1);
        }
        return ((long) part * (cost.t() + 1) + 2) / 3;
    }

    private static long even(long steps) {
        return steps + 1 & ~1L;
    }

    private ByteBuffer lane(byte[] blocks, int lane) {
        int bytes = 128 * cost.r();
        return ByteBuffer.wrap(blocks, lane * bytes, bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Plain scrypt's first loop over the lane's first 128 bytes; what it would keep in memory are the tables. */
    private long[] tables(ByteBuffer block) {
        long[] tables = new long[Pwxform.LONGS];
        long[] pair = new long[2 * Pwxform.WIDTH];
        load(block, pair);
        for (int i = 0; i < Pwxform.BLOCKS; i++) {
            System.arraycopy(pair, 0, tables, i * pair.length, pair.length);
            xor(pair, 0, pair, Pwxform.WIDTH, Pwxform.WIDTH);
            salsa.mix(pair, 0, 8);
            xor(pair, Pwxform.WIDTH, pair, 0, Pwxform.WIDTH);
            salsa.mix(pair, Pwxform.WIDTH, 8);
        }
        store(pair, block);
        return tables;
    }

    private void write(Pwxform form, int from, int length) {
        for (int i = 0; i < length; i++) {
            System.arraycopy(x, 0, memory, (from + i) * width, width);
            if (i > 1) {
                int floor = Integer.highestOneBit(i);
                xor(x, 0, memory, (from + pointer(floor) + i - floor) * width, width);
            }
            form.mix(x);
        }
    }

    private void walk(Pwxform form, int from, int length, long steps, boolean writing) {
        for (long i = 0; i < steps; i++) {
            int at = (from + pointer(length)) * width;
            xor(x, 0, memory, at, width);
            if (writing) {
                System.arraycopy(x, 0, memory, at, width);
            }
            form.mix(x);
        }
    }

    /** A block below the given power of two, named by the state. */
    private int pointer(int length) {
        return (int) x[width - Pwxform.WIDTH] & length - 1;
    }

    private static void xor(long[] into, int at, long[] from, int start, int length) {
        for (int i = 0; i < length; i++) {
            into[at + i] ^= from[start + i];
        }
    }

    private static void load(ByteBuffer bytes, long[] into) {
        for (int i = 0; i < into.length; i++) {
            int block = 16 * (i / Pwxform.WIDTH);
            int word = 2 * (i % Pwxform.WIDTH);
            int low = bytes.getInt(4 * (block + Salsa20.place(word)));
            into[i] = Salsa20.pair(low, bytes.getInt(4 * (block + Salsa20.place(word + 1))));
        }
    }

    private static void store(long[] from, ByteBuffer bytes) {
        for (int i = 0; i < from.length; i++) {
            int block = 16 * (i / Pwxform.WIDTH);
            int word = 2 * (i % Pwxform.WIDTH);
            bytes.putInt(4 * (block + Salsa20.place(word)), (int) from[i]);
            bytes.putInt(4 * (block + Salsa20.place(word + 1)), (int) (from[i] >>> 32));
        }
    }
}
