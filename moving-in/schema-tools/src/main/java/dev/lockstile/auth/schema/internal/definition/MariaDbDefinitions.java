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
    private static final Pattern SEQUENCE = Pattern.compile("nextval\\((`(?:[^`]|``)+`)\\)");
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
        List<String> statements = new ArrayList<>();
        String statement = String.join("\n", lines).replace("`" + connection.getCatalog() + "`.", "");
        Matcher sequences = SEQUENCE.matcher(statement);
        while (sequences.find()) {
            statements.add(sequence(sequences.group(1)));
        }
        statements.add(statement);
        return statements;
    }

    /** A sequence from which a column has its default. */
    private String sequence(String quoted) throws SQLException {
        return Rows.of(connection, "show create sequence " + quoted)
                .get(0)
                .get(1)
                .replaceFirst("(?i)^create sequence ", "create sequence if not exists ")
                .replace("`" + connection.getCatalog() + "`.", "");
    }

    @Override
    public List<String> ofColumn(String table, String column) throws SQLException {
        String quoted = "`" + table.replace("`", "``") + "`";
        List<String> statements = of(table, Set.of());
        return statements
                .get(statements.size() - 1)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("`" + column.replace("`", "``") + "` "))
                .map(line -> "alter table " + quoted + " add column " + line.replaceFirst(",$", ""))
                .toList();
    }
}
