package dev.lockstile.auth.imports.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The key with which a source application encrypts second factors, read from the text of a file. The text is the key
 * alone, or has lines such as {@code APP_KEY=base64:...} or {@code primary_key: ...}, of which the known names are
 * read. {@link #close} overwrites the bytes. {@link #toString} does not show the key. Safe for use by many threads.
 */
public final class FactorKey implements AutoCloseable {

    private static final Set<String> NAMES = Set.of(
            "app_key",
            "app_previous_keys",
            "primary_key",
            "active_record_encryption_primary_key",
            "key_derivation_salt",
            "active_record_encryption_key_derivation_salt",
            "otp_secret_encryption_key",
            "better_auth_secret",
            "better_auth_secrets",
            "auth_secret");

    private final List<Entry> entries;
    private final Map<String, List<byte[]>> derived = new HashMap<>();

    private FactorKey(List<Entry> entries) {
        this.entries = entries;
    }

    /** A line of the text; the name is empty for a key alone. */
    private record Entry(String name, byte[] value) {}

    /**
     * {@return the key in the text of a file} The text is not changed; its caller overwrites it.
     *
     * @param text in UTF-8
     * @throws IllegalArgumentException when it holds no key
     */
    public static FactorKey of(byte[] text) {
        List<byte[]> lines = lines(text);
        List<Entry> entries = new ArrayList<>();
        for (byte[] line : lines) {
            int at = separator(line);
            if (at > 0) {
                entries.add(new Entry(name(line, at), unquoted(part(line, at + 1, line.length))));
            } else if (lines.size() == 1) {
                entries.add(new Entry("", unquoted(line)));
            }
            Arrays.fill(line, (byte) 0);
        }
        if (entries.stream().allMatch(entry -> entry.value().length == 0)) {
            throw new IllegalArgumentException(
                    "the factor key is one line with the key alone, or lines with names such as "
                            + "APP_KEY, primary_key and key_derivation_salt, otp_secret_encryption_key or BETTER_AUTH_SECRET");
        }
        return new FactorKey(List.copyOf(entries));
    }

    /**
     * {@return the values of these names, in the order of the text; for other packages of this module}
     *
     * @param names in lower case; an empty one for a key alone
     */
    public List<byte[]> values(String... names) {
        List<String> wanted = List.of(names);
        return entries.stream()
                .filter(entry -> wanted.contains(entry.name()) && entry.value().length > 0)
                .map(Entry::value)
                .toList();
    }

    /**
     * {@return keys that a slow function derives from this one, cached until they are overwritten with it; for other
     * packages of this module}
     *
     * @param function its name
     * @param derivation derives the keys from this one
     */
    public synchronized List<byte[]> derived(String function, Function<FactorKey, List<byte[]>> derivation) {
        return derived.computeIfAbsent(function, name -> List.copyOf(derivation.apply(this)));
    }

    /** Overwrites the key and the keys derived from it; none of them decrypts anything afterwards. */
    @Override
    public synchronized void close() {
        entries.forEach(entry -> Arrays.fill(entry.value(), (byte) 0));
        derived.values().forEach(keys -> keys.forEach(key -> Arrays.fill(key, (byte) 0)));
    }

    @Override
    public String toString() {
        return "FactorKey[hidden]";
    }

    private static List<byte[]> lines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at == text.length || text[at] == '\n') {
                byte[] line = part(text, from, at);
                if (line.length > 0 && line[0] != '#') {
                    lines.add(line);
                }
                from = at + 1;
            }
        }
        return lines;
    }

    /** Returns where the name of a line ends; -1 for a line without a known name. */
    private static int separator(byte[] line) {
        for (int at = 0; at < line.length; at++) {
            if (line[at] == '=' || line[at] == ':') {
                return NAMES.contains(name(line, at)) ? at : -1;
            }
        }
        return -1;
    }

    private static String name(byte[] line, int end) {
        return new String(line, 0, end, StandardCharsets.ISO_8859_1)
                .strip()
                .replaceFirst("^export\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static byte[] unquoted(byte[] value) {
        int last = value.length - 1;
        boolean quoted = last > 0 && value[0] == value[last] && (value[0] == '"' || value[0] == '\'');
        return quoted ? Arrays.copyOfRange(value, 1, last) : value.clone();
    }

    /** Returns a part of a text without white space around it. */
    private static byte[] part(byte[] text, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && text[first] <= ' ' && text[first] >= 0) {
            first++;
        }
        while (end > first && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        return Arrays.copyOfRange(text, first, end);
    }
}
