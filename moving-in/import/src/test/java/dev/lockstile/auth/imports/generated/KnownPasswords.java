package dev.lockstile.auth.imports.generated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Passwords with their hashes in the formats of the old systems, made by scripts of Python's standard library. */
final class KnownPasswords {

    private static final List<String[]> ROWS = read();

    private KnownPasswords() {}

    static int count() {
        return ROWS.size() - 1;
    }

    static String plain(int word) {
        return in("password", word);
    }

    /** The hash in a format named in the first line of the file. */
    static String in(String format, int word) {
        return ROWS.get(word + 1)[List.of(ROWS.get(0)).indexOf(format)];
    }

    private static List<String[]> read() {
        try (InputStream in =
                Objects.requireNonNull(KnownPasswords.class.getResourceAsStream("/generated/passwords.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
