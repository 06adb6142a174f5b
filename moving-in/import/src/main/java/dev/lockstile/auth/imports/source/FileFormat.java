package dev.lockstile.auth.imports.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's settings for a file of records, CSV or JSON lines.
 *
 * @param encoding of its text; null for UTF-8, and for UTF-16 with a byte order mark
 * @param key the column with the unique key of records; null for {@code _id} or {@code id}
 */
public record FileFormat(
        @Nullable Charset encoding, @Nullable String key) {

    /** UTF-8 or the encoding of a byte order mark, and the key {@code _id} or {@code id}. */
    public static final FileFormat STANDARD = new FileFormat(null, null);

    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8",
            StandardCharsets.UTF_8,
            "utf-16",
            StandardCharsets.UTF_16,
            "iso-8859-1",
            StandardCharsets.ISO_8859_1,
            "windows-1252",
            Charset.forName("windows-1252"));

    /**
     * {@return a format with an encoding and a key}
     *
     * @param name {@code utf-8}, {@code utf-16}, {@code iso-8859-1} or {@code windows-1252}; null for UTF-8, and for
     *     UTF-16 with a byte order mark
     * @param key the column with the unique key of records; null for {@code _id} or {@code id}
     * @throws IllegalArgumentException for an unknown encoding
     */
    public static FileFormat of(@Nullable String name, @Nullable String key) {
        Charset encoding = name == null ? null : ENCODINGS.get(name.toLowerCase(Locale.ROOT));
        if (name != null && encoding == null) {
            throw new IllegalArgumentException(
                    "no encoding " + name + "; there are utf-8, utf-16, iso-8859-1 and windows-1252");
        }
        return new FileFormat(encoding, key == null ? null : key.strip().toLowerCase(Locale.ROOT));
    }
}
