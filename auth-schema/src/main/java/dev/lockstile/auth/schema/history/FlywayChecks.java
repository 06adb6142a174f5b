package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.internal.liquibase.LiquibaseTables;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Java migrations that Flyway ran on the same database. Flyway stores the class name and no checksum; it passes
 * over a missing latest one, which a fresh database then never gets, and takes another simple name for another
 * migration. Moving the class to another package that Flyway looks in is harmless.
 */
final class FlywayChecks {

    private static final String MARK = "org.flywaydb.core.Flyway";
    private static final String KIND = "org.flywaydb.core.api.migration.JavaMigration";
    private static final String TABLE = "flyway_schema_history";
    private static final String RAN =
            "select \"script\", \"version\", \"description\" from \"" + TABLE + "\" where \"type\" = 'JDBC'";

    private final ClassCheck classes;
    private final List<String> packages;

    FlywayChecks(ClassCheck classes, List<String> packages) {
        this.classes = classes;
        this.packages = packages;
    }

    List<Finding> of(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        if (classes.load(MARK) == null || !LiquibaseTables.has(connection, TABLE)) {
            return findings;
        }
        String sql = RAN.replace("\"", connection.getMetaData().getIdentifierQuoteString());
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                String where = "Flyway " + found.getString(2) + " " + found.getString(3);
                Finding finding = look(found.getString(1), where);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    private @Nullable Finding look(String script, String where) {
        Class<?> type = find(script);
        if (type == null) {
            return new Finding(
                    "HG-30",
                    where,
                    "the Java migration " + script
                            + " ran, but its class is missing: a fresh database would not get it",
                    "write @FormerlyKnownAs(\"" + script + "\") on the class that took its place,"
                            + " or move it with its simple name " + simple(script) + " unchanged");
        }
        Class<?> kind = classes.load(KIND);
        if (kind != null && !kind.isAssignableFrom(type)) {
            return new Finding("HG-31", where, type.getName() + " is no JavaMigration any more", "implement " + KIND);
        }
        return null;
    }

    private @Nullable Class<?> find(String script) {
        Class<?> type = classes.load(script);
        for (int i = 0; type == null && i < packages.size(); i++) {
            type = classes.load(packages.get(i) + "." + simple(script));
        }
        return type;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
