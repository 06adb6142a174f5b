package dev.lockstile.auth.internal.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A map of texts as bytes: the count as two bytes, then name and value in turn, each as
 * {@link DataOutputStream#writeUTF} writes it (two bytes of length, then modified UTF-8).
 */
final class ValueCodec {

    private ValueCodec() {}

    /** @throws IllegalArgumentException when a text is longer than 65535 bytes */
    static byte[] encode(Map<String, String> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(values.size());
            for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
                out.writeUTF(value.getKey());
                out.writeUTF(value.getValue());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a value is too long for a message", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when these are not the bytes of a map */
    static Map<String, String> decode(byte[] bytes) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                values.put(in.readUTF(), in.readUTF());
            }
            if (in.read() >= 0) {
                throw new IOException("bytes left over");
            }
        }
        return Map.copyOf(values);
    }
}
