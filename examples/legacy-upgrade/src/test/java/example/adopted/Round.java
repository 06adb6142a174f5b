package example.adopted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A system of {@code schemas/rounds.txt}.
 *
 * @param name of its schema
 * @param words what is said, by the keys of the file
 */
record Round(String name, Map<String, String> words) {

    static List<Round> all() {
        List<Round> rounds = new ArrayList<>();
        for (String line : resource("rounds.txt").lines().toList()) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (!line.startsWith(" ")) {
                rounds.add(new Round(line.strip(), new HashMap<>()));
                continue;
            }
            String[] parts = line.strip().split(": ?", 2);
            rounds.get(rounds.size() - 1).words().put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return rounds;
    }

    /** Whether it runs in every build; each kind of schema has one that does. */
    boolean isAlways() {
        return words.containsKey("always");
    }

    /** What follows the takeover on the command line. */
    List<String> said() {
        String said = words.getOrDefault("say", "");
        return said.isEmpty() ? List.of() : List.of(said.split(" "));
    }

    String insert() {
        return words.getOrDefault("insert", "");
    }

    String update() {
        return words.getOrDefault("update", "");
    }

    /** Table, column of the address and column of the hash; empty where no user is read. */
    List<String> read() {
        String read = words.getOrDefault("read", "");
        return read.isEmpty() ? List.of() : List.of(read.split(" "));
    }

    /** The address of a database whose current schema is that of the system. */
    String at(String url) {
        String schema = words.get("schema");
        return schema == null ? url : url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    /** Its tables with their rows. */
    String sql() {
        return resource(name + ".sql");
    }

    /** What an empty database has of the system before the takeover's files run there; mostly nothing. */
    String fresh() {
        return Round.class.getResource("/schemas/" + name + ".fresh.sql") == null ? "" : resource(name + ".fresh.sql");
    }

    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Round.class.getResourceAsStream("/schemas/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
