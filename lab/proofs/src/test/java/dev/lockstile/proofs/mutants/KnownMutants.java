package dev.lockstile.proofs.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mutants that live, each with the reason why no test is to see it. A line: group, class.method, mutator, number,
 * reason.
 */
record KnownMutants(SortedMap<MutantKey, Entry> entries) {

    private static final Pattern LINE = Pattern.compile("(\\w+) (\\w+)\\.([\\w$-]+) (\\w+) (\\d+) (\\S.{19,})");

    /** How many of a key live, and why. */
    record Entry(int number, String reason) {}

    static KnownMutants read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    /** @throws IllegalArgumentException naming the line that is none, or comes twice or out of order */
    static KnownMutants parse(List<String> lines) {
        SortedMap<MutantKey, Entry> entries = new TreeMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("not 'group Class.method Mutator number reason': " + line);
            }
            MutantKey key = new MutantKey(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
            if (!entries.isEmpty() && entries.lastKey().compareTo(key) >= 0) {
                throw new IllegalArgumentException("twice or out of order: " + line);
            }
            entries.put(key, new Entry(Integer.parseInt(parts.group(5)), parts.group(6)));
        }
        return new KnownMutants(entries);
    }

    int number(MutantKey key) {
        Entry entry = entries.get(key);
        return entry == null ? 0 : entry.number();
    }
}
