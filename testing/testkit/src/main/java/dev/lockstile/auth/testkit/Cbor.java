package dev.lockstile.auth.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The few forms of CBOR (RFC 8949) that an authenticator writes. */
final class Cbor {

    private static final int MAP = 0xa0;
    private static final int TEXT = 0x60;
    private static final int NEGATIVE = 0x20;
    private static final int BINARY = 0x40;

    private Cbor() {}

    /** An attestation object of the format "none". */
    static byte[] attestation(byte[] authenticatorData) {
        return join(
                bytes(MAP | 3),
                text("fmt"),
                text("none"),
                text("attStmt"),
                bytes(MAP),
                text("authData"),
                binary(authenticatorData));
    }

    /** A COSE key on P-256 (RFC 9053, 7.1.1). */
    static byte[] es256(byte[] x, byte[] y) {
        return join(
                bytes(MAP | 5, 1, 2, 3, NEGATIVE | 6, NEGATIVE, 1, NEGATIVE | 1),
                binary(x),
                bytes(NEGATIVE | 2),
                binary(y));
    }

    static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] out = new byte[length];
        int from = Math.max(0, signed.length - length);
        System.arraycopy(signed, from, out, length - (signed.length - from), signed.length - from);
        return out;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return join(bytes(TEXT | text.length()), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] binary(byte[] value) {
        byte[] length = value.length < 256
                ? bytes(BINARY | 24, value.length)
                : join(
                        bytes(BINARY | 25),
                        ByteBuffer.allocate(2).putShort((short) value.length).array());
        return join(length, value);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
