package dev.lockstile.auth.imports.content;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The key of a host's row as the ledger has it: its columns with {@code |} between them; UUIDs are shortened where it
 * has several columns.
 */
final class RowKeyText {

    /** The longest text that the ledger holds. */
    private static final int LONGEST = 64;

    private static final String SHORT_UUID = "%u";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private RowKeyText() {}

    /** Returns the text; empty for a key that is too long. */
    static Optional<String> write(List<Object> values) {
        String text = values.size() == 1
                ? text(values.get(0))
                : values.stream().map(RowKeyText::part).collect(Collectors.joining("|"));
        return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }

    static List<String> read(String text, int columns) {
        return columns == 1
                ? List.of(text)
                : Arrays.stream(text.split("\\|", -1)).map(RowKeyText::value).toList();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    private static String part(Object value) {
        if (value instanceof UUID uuid) {
            ByteBuffer bytes = ByteBuffer.allocate(16);
            bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
            return SHORT_UUID + ENCODER.encodeToString(bytes.array());
        }
        return text(value).replace("%", "%25").replace("|", "%7C");
    }

    private static String value(String part) {
        if (part.startsWith(SHORT_UUID)) {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part.substring(SHORT_UUID.length())));
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        return part.replace("%7C", "|").replace("%25", "%");
    }
}
