package dev.lockstile.auth.imports.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A realm export of Keycloak ({@code kc.sh export}) as the tables of Keycloak's database: a file with users, or a
 * folder with {@code REALM-realm.json} and {@code REALM-users-N.json}. Pages follow the order of the files. The users
 * of the latest pages stay in memory, so that their credentials are found without another reading.
 */
final class KeycloakExport implements Source {

    private static final Pattern PART = Pattern.compile(".+-(realm|users-[0-9]+)\\.json(\\.gz)?");
    private static final int REMEMBERED = 10_000;
    private static final String PEOPLE = "user_entity";

    private final Path path;
    private final List<Path> files;
    private final Map<String, String> ids;
    private final Map<String, ExportedUsers.User> remembered = new LinkedHashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private @Nullable ExportedUsers open;
    private long at;

    private KeycloakExport(Path path, List<Path> files) {
        this.path = path;
        this.files = files;
        try (ExportedUsers all = new ExportedUsers(files)) {
            ids = all.realms(user -> count(user, counts));
        }
        counts.put("realm", (long) ids.size());
    }

    private static void count(ExportedUsers.User user, Map<String, Long> counts) {
        ExportedRows.TABLES
                .keySet()
                .forEach(table -> counts.merge(
                        table, (long) ExportedRows.of(table, "", user.json()).size(), Long::sum));
    }

    /** Returns true for a realm export: a folder, a file with the name of one, or a document of several lines. */
    static boolean isExport(Path path) {
        String name = path.getFileName().toString();
        return Files.isDirectory(path) || PART.matcher(name).matches() || name.endsWith(".json") && isDocument(path);
    }

    /**
     * Returns true for a document, which begins with a bracket alone on its line; JSON lines have an object on each.
     */
    private static boolean isDocument(Path path) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.ISO_8859_1))) {
            char[] first = new char[64];
            int length = lines.read(first);
            String text = length < 0 ? "" : new String(first, 0, length).stripLeading();
            return text.matches("(?s)(\\{|\\[)\\s*[\\r\\n].*|\\[\\s*\\{.*");
        } catch (IOException e) {
            return false; // the source of JSON lines reports the error
        }
    }

    /**
     * Opens an export.
     *
     * @throws SourceUnusableException when it has no users, or cannot be read
     */
    static KeycloakExport of(Path path) {
        try (Stream<Path> listed = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            List<Path> files = listed.filter(file -> !Files.isDirectory(path)
                            || PART.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            KeycloakExport export = new KeycloakExport(path, files);
            if (export.ids.isEmpty()) {
                throw new SourceUnusableException("there are no users of a realm in " + path.getFileName()
                        + ": export them with kc.sh export, to a file or a folder");
            }
            return export;
        } catch (IOException e) {
            throw new SourceUnusableException(
                    "cannot read " + path + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    @Override
    public String description() {
        return path.getFileName().toString();
    }

    @Override
    public List<String> tables() {
        return List.copyOf(ExportedRows.TABLES.keySet());
    }

    @Override
    public List<String> columns(String table) {
        return ExportedRows.TABLES.getOrDefault(table, List.of());
    }

    @Override
    public long count(String table) {
        return counts.getOrDefault(table, 0L);
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        if (table.name().equals("realm")) {
            return after != null ? List.of() : realms(table);
        }
        long from = after == null ? 0 : ((Number) after).longValue();
        List<SourceRow> rows = new ArrayList<>();
        moveTo(table.name().equals(PEOPLE) ? from : 0);
        long place = table.name().equals(PEOPLE) ? from : 0;
        for (ExportedUsers.User user = rows.size() < limit ? read() : null; user != null; ) {
            for (Map<String, @Nullable Object> cells : rowsOf(table, user)) {
                place++;
                if (place > from && rows.size() < limit) {
                    rows.add(row(table, cells, place));
                }
            }
            user = rows.size() < limit ? read() : null;
        }
        return rows;
    }

    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        if (table.name().equals("realm")) {
            return realms(table).stream()
                    .filter(row -> values.contains(row.cell(column.toLowerCase(Locale.ROOT))))
                    .toList();
        }
        Set<String> wanted = values.stream().map(String::valueOf).collect(Collectors.toSet());
        boolean byOwner =
                column.equalsIgnoreCase("user_id") && remembered.keySet().containsAll(wanted);
        List<SourceRow> found = new ArrayList<>();
        if (byOwner) {
            wanted.stream().sorted().map(remembered::get).forEach(user -> add(found, table, column, wanted, user));
            return found;
        }
        try (ExportedUsers all = new ExportedUsers(files)) {
            for (ExportedUsers.User user = all.next(); user != null; user = all.next()) {
                add(found, table, column, wanted, user);
            }
        }
        return found;
    }

    private void add(
            List<SourceRow> found,
            SourceTable table,
            String column,
            Set<String> wanted,
            ExportedUsers.@Nullable User user) {
        if (user != null) {
            rowsOf(table, user).stream()
                    .filter(cells -> wanted.contains(String.valueOf(cells.get(column.toLowerCase(Locale.ROOT)))))
                    .forEach(cells -> found.add(row(table, cells, found.size() + 1L)));
        }
    }

    @Override
    public List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
        return List.of();
    }

    @Override
    public void close() {
        try (ExportedUsers closing = open) {
            open = null;
        }
    }

    private List<Map<String, @Nullable Object>> rowsOf(SourceTable table, ExportedUsers.User user) {
        String realm = ids.getOrDefault(user.realm(), user.realm());
        return ExportedRows.of(table.name(), realm, user.json());
    }

    private List<SourceRow> realms(SourceTable table) {
        List<SourceRow> rows = new ArrayList<>();
        ids.forEach((name, id) -> rows.add(row(table, Map.of("id", id, "name", name), rows.size() + 1L)));
        return rows;
    }

    /** Returns a row with the requested columns alone. */
    private static SourceRow row(SourceTable table, Map<String, @Nullable Object> cells, long place) {
        Map<String, @Nullable Object> requested = new TreeMap<>();
        table.columns()
                .forEach(column ->
                        requested.put(column.toLowerCase(Locale.ROOT), cells.get(column.toLowerCase(Locale.ROOT))));
        Object key = cells.get(table.key().toLowerCase(Locale.ROOT));
        if (key == null) {
            throw new SourceUnusableException("the export has a row of " + table.name() + " without " + table.key());
        }
        return new SourceRow(key, place, requested);
    }

    private void moveTo(long place) {
        if (open == null || at != place) {
            close();
            open = new ExportedUsers(files);
            at = 0;
        }
        while (at < place && read() != null) {
            continue;
        }
    }

    private ExportedUsers.@Nullable User read() {
        ExportedUsers all = open;
        ExportedUsers.User user = all == null ? null : all.next();
        if (user != null) {
            at++;
            remembered.put(user.json().path("id").asString(""), user);
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
        return user;
    }
}
