package dev.lockstile.auth.passkey.internal.ceremony;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;

/** COSE keys in CBOR: maps with numbers for names, positive ones first. */
final class Cose {

    private Cose() {}

    static byte[] map(Map<Integer, Object> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> names = members.keySet().stream()
                .sorted(Comparator.<Integer, Boolean>comparing(name -> name < 0).thenComparing(Math::abs))
                .toList();
        try (JsonGenerator json = CBORFactory.builder().build().createGenerator(out)) {
            ((CBORGenerator) json).writeStartObject(null, names.size());
            for (Integer name : names) {
                ((CBORGenerator) json).writePropertyId(name);
                if (members.get(name) instanceof byte[] bytes) {
                    json.writeBinary(bytes);
                } else {
                    json.writeNumber((Integer) members.get(name));
                }
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[length];
        int from = Math.max(0, bytes.length - length);
        byte[] tail = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(tail, 0, out, length - tail.length, tail.length);
        return out;
    }
}
