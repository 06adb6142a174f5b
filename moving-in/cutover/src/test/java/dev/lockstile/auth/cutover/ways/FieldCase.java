package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.options.ImportOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People of an old system and what opens their accounts, as {@code cases/ways.txt} says. */
record FieldCase(
        String sentence,
        String preset,
        @Nullable String realm,
        Map<String, ColumnMeaning> columns,
        Keys keys,
        String script,
        List<Opening> openings) {

    private static final List<String> FILES = List.of(System.getProperty(
                    "lockstile.cases",
                    "ways.txt,padded.txt,factors.txt,marks.txt,more.txt,keys.txt,temporary.txt,kinds.txt,planted.txt")
            .split(","));

    private static final Map<String, String> HASHES = Map.of(
            "${river}", "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea",
            "${django}", "pbkdf2_sha256$1000$c2FsdHNhbHQ$BrtdqHWDRu31iBTZXwldhw9t2rkmA2ciMucwhPYQegA=",
            "${wp}", "$wp$2y$05$abcdefghijklmnopqrstuu3j1XkjRKnvBo.FCA23sYhQ7eUunbQaO",
            "${aspnet}", "AQAAAAEAAAPoAAAAEDAxMjM0NTY3ODlhYmNkZWZh6FhWudKN5Bg+cphIbdvC7d7sIyooFaCAN33EmNa//w==");

    /** What a password does. */
    enum Effect {
        IN,
        SHUT,
        FACTOR,
        TOTP,
        PASSKEY,
        RECOVERY,
        LOCKED,
        REPLACE,
        CLAIMED,
        PROVEN
    }

    /**
     * A name and a password as a person types them; the secret of an application, or a recovery code, where one is
     * meant.
     */
    record Opening(Effect effect, String name, String password, String secret) {

        static Opening of(String line) {
            String[] word = line.split(" ", 2);
            String[] typed = word[1].split(" \\| ", 3);
            return new Opening(
                    Effect.valueOf(word[0].toUpperCase(Locale.ROOT)),
                    typed[0],
                    typed[1].replaceFirst("^'( .*|.* )'$", "$1"),
                    typed.length > 2 ? typed[2] : "");
        }
    }

    static List<FieldCase> all() {
        return of(FILES);
    }

    /** Those that need a type of PostgreSQL as well. */
    static List<FieldCase> ofPostgres() {
        List<FieldCase> all = new ArrayList<>(all());
        all.addAll(of(List.of("postgres.txt")));
        return all;
    }

    private static List<FieldCase> of(List<String> files) {
        return files.stream()
                .flatMap(file -> Stream.of(text(file).split("(?m)^== ")).skip(1))
                .map(FieldCase::of)
                .toList();
    }

    ImportOptions options() {
        ImportOptions options = realm == null
                ? ImportOptions.defaults()
                : ImportOptions.defaults().withRealm(realm);
        for (Map.Entry<String, ColumnMeaning> column : columns.entrySet()) {
            options = options.withColumn(column.getKey(), column.getValue());
        }
        return keys.added(options);
    }

    /** The first case of each preset. */
    static List<FieldCase> oneOfEachPreset(List<FieldCase> cases) {
        Map<String, FieldCase> first = new TreeMap<>();
        cases.forEach(one -> first.putIfAbsent(one.preset(), one));
        return List.copyOf(first.values());
    }

    /** The same where the mover says nothing of columns and tables. */
    FieldCase withoutColumns() {
        return new FieldCase(sentence, preset, realm, Map.of(), keys, script, openings);
    }

    @Override
    public String toString() {
        return sentence;
    }

    private static FieldCase of(String block) {
        List<String> lines = Arrays.asList(block.split("\n"));
        StringBuilder script = new StringBuilder();
        List<Opening> openings = new ArrayList<>();
        String preset = "";
        String realm = null;
        Map<String, ColumnMeaning> columns = new TreeMap<>();
        Keys keys = Keys.NONE;
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("preset ")) {
                preset = line.substring(7);
            } else if (line.startsWith("realm ")) {
                realm = line.substring(6);
            } else if (line.startsWith("factorkey ")) {
                keys = keys.withFactorKey(line.substring(10));
            } else if (line.startsWith("passkeysof ")) {
                keys = keys.withPasskeys(line.substring(11));
            } else if (line.startsWith("column ")) {
                String[] said = line.substring(7).split("=");
                columns.put(said[0], ColumnMeaning.of(said[1]));
            } else if (line.startsWith("sql ")) {
                script.append(Keys.filled(filled(line.substring(4)))).append(";\n");
            } else if (line.startsWith("file ")) {
                script.append(text(line.substring(5)));
            } else if (!line.isBlank()) {
                openings.add(Opening.of(line));
            }
        }
        return new FieldCase(lines.get(0), preset, realm, columns, keys, script.toString(), openings);
    }

    /** A statement with its hashes, and with characters that no editor shows. */
    private static String filled(String statement) {
        String filled = Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(statement)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        for (Map.Entry<String, String> hash : HASHES.entrySet()) {
            filled = filled.replace(hash.getKey(), hash.getValue());
        }
        return filled;
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(FieldCase.class.getResourceAsStream("/cases/" + resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
