package dev.lockstile.auth.imports.internal.cose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the CBOR that authenticators write (RFC 8949; CTAP 2.1, section 8): items of definite length. The depth of
 * nesting is limited.
 */
public final class CborReader {

    private static final int DEEPEST = 8;

    private final ByteBuffer bytes;

    public CborReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Returns the number of bytes read so far. */
    public int position() {
        return bytes.position();
    }

    /**
     * Reads the next item: a {@code Long}, {@code byte[]}, {@code String}, {@code List}, {@code Map} or
     * {@code Boolean}.
     *
     * @throws IllegalArgumentException when the next item is none of these, or the bytes end within it
     */
    public Object next() {
        return next(0);
    }

    private Object next(int depth) {
        if (depth > DEEPEST || !bytes.hasRemaining()) {
            throw new IllegalArgumentException("no CBOR that authenticators write");
        }
        int head = bytes.get() & 0xff;
        long argument = argument(head & 0x1f);
        return switch (head >> 5) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> taken(argument);
            case 3 -> new String(taken(argument), StandardCharsets.UTF_8);
            case 4 -> list(argument, depth);
            case 5 -> map(argument, depth);
            case 7 -> simple(head & 0x1f);
            default -> throw new IllegalArgumentException("no CBOR that authenticators write");
        };
    }

    private long argument(int info) {
        int width = info < 24 ? 0 : info < 28 ? 1 << (info - 24) : -1;
        if (width < 0 || bytes.remaining() < width) {
            throw new IllegalArgumentException("no CBOR of a definite length");
        }
        long value = width == 0 ? info : 0;
        for (int i = 0; i < width; i++) {
            value = value << Byte.SIZE | bytes.get() & 0xff;
        }
        if (value < 0) {
            throw new IllegalArgumentException("a number too large");
        }
        return value;
    }

    private byte[] taken(long length) {
        if (length > bytes.remaining()) {
            throw new IllegalArgumentException("CBOR that was cut off");
        }
        byte[] taken = new byte[(int) length];
        bytes.get(taken);
        return taken;
    }

    private List<Object> list(long length, int depth) {
        List<Object> all = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            all.add(next(depth + 1));
        }
        return all;
    }

    private Map<Object, Object> map(long length, int depth) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (long i = 0; i < length; i++) {
            if (all.put(next(depth + 1), next(depth + 1)) != null) {
                throw new IllegalArgumentException("a key that is there twice");
            }
        }
        return all;
    }

    private static Object simple(int info) {
        return switch (info) {
            case 20 -> false;
            case 21 -> true;
            default -> throw new IllegalArgumentException("no CBOR that authenticators write");
        };
    }
}
