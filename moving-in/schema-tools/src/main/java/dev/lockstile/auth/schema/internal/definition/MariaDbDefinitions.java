package dev.lockstile.auth.schema.internal.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads them as MariaDB and MySQL write them: {@code show create table}. */
final class MariaDbDefinitions implements TableDefinitions {

    private static final Pattern REFERENCE = Pattern.compile("\\s*CONSTRAINT .* REFERENCES `((?:[^`]|``)+)` .*");
    private static final Pattern NEXT_NUMBER = Pattern.compile(" AUTO_INCREMENT=\\d+");

    private final Connection connection;

    MariaDbDefinitions(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<String> of(String table, Set<String> targets) throws SQLException {
        String sql = Rows.of(connection, "show create table `" + table.replace("`", "``") + "`")
                .get(0)
                .get(1);
        List<String> lines = new ArrayList<>();
        for (String line : sql.split("\n")) {
            Matcher reference = REFERENCE.matcher(line);
            if (!reference.matches() || targets.contains(reference.group(1).replace("``", "`"))) {
                lines.add(line);
            }
        }
        int end = lines.size() - 1;
        lines.set(end - 1, lines.get(end - 1).replaceFirst(",$", ""));
        lines.set(end, NEXT_NUMBER.matcher(lines.get(end)).replaceFirst(""));
        return List.of(String.join("\n", lines).replace("`" + connection.getCatalog() + "`.", ""));
    }

    @Override
    public List<String> ofColumn(String table, String column) throws SQLException {
        String quoted = "`" + table.replace("`", "``") + "`";
        return of(table, Set.of())
                .get(0)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("`" + column.replace("`", "``") + "` "))
                .map(line -> "alter table " + quoted + " add column " + line.replaceFirst(",$", ""))
                .toList();
    }
}
