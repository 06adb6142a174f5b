package dev.lockstile.auth.jpa.internal.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in the format of PostgreSQL's binary COPY: a head, for each row its number of cells, for each cell its size. */
final class CopyBuffer {

    private static final byte[] HEAD = "PGCOPY\n\u00ff\r\n\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final int FIRST_SIZE = 1 << 16;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    CopyBuffer() {
        bytes(HEAD);
    }

    void row(int cells) {
        twoBytes(cells);
    }

    void none() {
        fourBytes(-1);
    }

    /** Before the content of a cell. */
    CopyBuffer size(int size) {
        fourBytes(size);
        return this;
    }

    /** The end of all rows. */
    void end() {
        twoBytes(-1);
    }

    boolean oneByte(int value) {
        return put(value, 1);
    }

    boolean twoBytes(int value) {
        return put(value, 2);
    }

    boolean fourBytes(int value) {
        return put(value, 4);
    }

    boolean eightBytes(long value) {
        return put(value, 8);
    }

    boolean bytes(byte[] added) {
        reserve(added.length);
        System.arraycopy(added, 0, bytes, length, added.length);
        length += added.length;
        return true;
    }

    byte[] content() {
        return bytes;
    }

    int length() {
        return length;
    }

    private boolean put(long value, int size) {
        reserve(size);
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >> shift);
        }
        return true;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
