package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * S4: what a failed concurrent build left behind on PostgreSQL. An index that is being built right now is left
 * alone, and one of a partitioned table, which is INVALID until those of all partitions are attached.
 */
final class InvalidIndexes {

    private static final String INVALID = "select i.indexrelid::regclass, i.indrelid::regclass from pg_index i join"
            + " pg_class c on c.oid = i.indexrelid where not i.indisvalid and c.relkind <> 'I' and not exists"
            + " (select 1 from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)";

    private InvalidIndexes() {}

    static List<Finding> on(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(INVALID)) {
            while (found.next()) {
                String name = found.getString(1);
                findings.add(new Finding(
                        LintRule.S4.name(),
                        found.getString(2),
                        "the index " + name + " is INVALID: " + LintRule.S4.why(),
                        LintRule.S4.recipe().replace("NAME", name)));
            }
        }
        return findings;
    }
}
