package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A small base of each preset's system, as {@code presets/columns.txt} has it: a line per row with its cells, and a
 * line per column with two values, of which the first stands in the rows.
 */
final class PlantedBase {

    private final String preset;
    private final List<Row> rows;
    private final Map<String, Map<String, String>> values;

    private record Row(String table, Map<String, String> cells) {}

    private PlantedBase(String preset, List<Row> rows, Map<String, Map<String, String>> values) {
        this.preset = preset;
        this.rows = rows;
        this.values = values;
    }

    static PlantedBase of(String preset) throws IOException {
        List<Row> rows = new ArrayList<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        String of = "";
        for (String line : text().lines().toList()) {
            if (line.startsWith("# ")) {
                of = line.substring(2);
            } else if (of.equals(preset) && line.startsWith("? ")) {
                String[] words = line.split(" ");
                values.put(words[1], PresetColumnsTest.values(plain(words[2]), plain(words[3])));
            } else if (of.equals(preset) && !line.isBlank()) {
                rows.add(row(line));
            }
        }
        return new PlantedBase(preset, rows, values);
    }

    Map<String, String> values(String column) {
        return Objects.requireNonNull(values.get(column), "columns.txt has no values of " + column);
    }

    /** The same base with one cell of the first row of a table set. */
    PlantedBase with(String column, String value) {
        int dot = column.indexOf('.');
        String table = column.substring(0, dot);
        List<Row> others = new ArrayList<>();
        boolean done = false;
        for (Row row : rows) {
            Map<String, String> cells = new LinkedHashMap<>(row.cells());
            if (!done && row.table().equals(table)) {
                cells.put(column.substring(dot + 1), value);
                done = true;
            }
            others.add(new Row(row.table(), cells));
        }
        return new PlantedBase(preset, others, values);
    }

    Source open() throws IOException {
        return preset.equals("mongo-phone-otp") ? documents() : tables();
    }

    private Source documents() throws IOException {
        Path file = Files.createTempDirectory("planted").resolve(rows.get(0).table() + ".jsonl");
        Files.writeString(
                file,
                rows.stream()
                        .map(row -> row.cells().entrySet().stream()
                                .map(cell -> '"' + cell.getKey() + "\":" + cell.getValue())
                                .collect(Collectors.joining(",", "{", "}\n")))
                        .collect(Collectors.joining()));
        return Sources.file(file);
    }

    private Source tables() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:planted_" + UUID.randomUUID());
            try (Statement statement = connection.createStatement()) {
                for (String table : rows.stream().map(Row::table).distinct().toList()) {
                    statement.execute("create table \"" + table + "\" ("
                            + rows.stream()
                                    .filter(row -> row.table().equals(table))
                                    .flatMap(row -> row.cells().keySet().stream())
                                    .distinct()
                                    .map(column -> '"' + column + "\" varchar")
                                    .collect(Collectors.joining(", "))
                            + ")");
                }
                for (Row row : rows) {
                    statement.execute(insert(row));
                }
            }
            return JdbcSource.of(connection, "a planted base");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String insert(Row row) {
        String columns =
                row.cells().keySet().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        String cells = row.cells().values().stream()
                .map(cell -> cell.isEmpty() ? "null" : "'" + cell.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return "insert into \"" + row.table() + "\" (" + columns + ") values (" + cells + ")";
    }

    private static Row row(String line) {
        String[] words = line.split(" ");
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            cells.put(words[i].substring(0, equals), plain(words[i].substring(equals + 1)));
        }
        return new Row(words[0], cells);
    }

    private static String plain(String word) {
        return word.equals("-") ? "" : word.replace('~', ' ');
    }

    private static String text() throws IOException {
        try (InputStream in = Objects.requireNonNull(PlantedBase.class.getResourceAsStream("/presets/columns.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
