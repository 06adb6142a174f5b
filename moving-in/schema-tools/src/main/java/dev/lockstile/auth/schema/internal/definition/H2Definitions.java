package dev.lockstile.auth.schema.internal.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads them as H2 writes them: {@code script}. */
final class H2Definitions implements TableDefinitions {

    private static final String REAL = "select table_name from information_schema.tables where table_schema ="
            + " current_schema and table_name in (?, upper(?)) order by table_name = ? desc";
    private static final Pattern REFERENCE =
            Pattern.compile("(?s).* FOREIGN KEY\\(.*\\) REFERENCES \"((?:[^\"]|\"\")+)\".*");
    private static final Pattern NAMED =
            Pattern.compile("CREATE (?:SEQUENCE|DOMAIN) IF NOT EXISTS (\"(?:[^\"]|\"\")+\")");
    private static final Pattern NEXT_NUMBER = Pattern.compile(" RESTART WITH \\d+");

    private final Connection connection;

    H2Definitions(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<String> of(String table, Set<String> targets) throws SQLException {
        String schema = "\"" + connection.getSchema().replace("\"", "\"\"") + "\"";
        String real = Rows.first(connection, REAL, table, table, table).get(0);
        List<String> statements = new ArrayList<>();
        for (String sql : Rows.first(
                connection,
                "script nodata nopasswords nosettings table " + schema + ".\"" + real.replace("\"", "\"\"") + "\"")) {
            String statement = sql.replace(schema + ".", "").strip().replaceFirst(";$", "");
            if (statement.startsWith("CREATE USER")
                    || statement.startsWith("--")
                    || statement.startsWith("CREATE SCHEMA")) {
                continue;
            }
            Matcher reference = REFERENCE.matcher(statement);
            if (!reference.matches() || isTarget(reference.group(1), targets)) {
                statements.add(NEXT_NUMBER
                        .matcher(statement)
                        .replaceFirst("")
                        .replaceFirst("^CREATE (SEQUENCE|DOMAIN) ", "CREATE $1 IF NOT EXISTS "));
            }
        }
        return statements.stream()
                .filter(statement -> isUsed(statement, statements))
                .toList();
    }

    /** A script lists every sequence and domain of the schema. */
    private static boolean isUsed(String statement, List<String> all) {
        Matcher named = NAMED.matcher(statement);
        return !named.lookingAt()
                || all.stream().anyMatch(other -> other != statement && other.contains(named.group(1)));
    }

    private static boolean isTarget(String name, Set<String> targets) {
        return targets.contains(name) || targets.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
}
