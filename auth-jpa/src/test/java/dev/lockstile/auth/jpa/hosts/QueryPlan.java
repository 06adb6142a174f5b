package dev.lockstile.auth.jpa.hosts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL read for a query, as {@code explain analyze} tells it. */
public record QueryPlan(List<Scan> scans) {

    /**
     * What was read of a table or an index.
     *
     * @param kind such as {@code Index Scan}
     * @param of the table or index
     * @param rows all that were read, those too that a condition left out
     */
    public record Scan(String kind, String of, long rows) {

        public boolean isSequential() {
            return kind.contains("Seq Scan");
        }
    }

    public static QueryPlan of(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (analyze, format json) " + sql)) {
            plan.next();
            List<Scan> scans = new ArrayList<>();
            gather(new JsonMapper().readTree(plan.getString(1)).get(0).get("Plan"), scans);
            return new QueryPlan(scans);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void gather(JsonNode node, List<Scan> scans) {
        String table = node.path("Relation Name").asString("");
        String of = node.path("Index Name").asString(table);
        if (!of.isEmpty()) {
            double rows = node.path("Actual Rows").asDouble(0)
                    + node.path("Rows Removed by Filter").asDouble(0)
                    + node.path("Rows Removed by Index Recheck").asDouble(0);
            scans.add(new Scan(
                    node.path("Node Type").asString(""),
                    of,
                    Math.round(rows * node.path("Actual Loops").asDouble(1))));
        }
        node.path("Plans").forEach(below -> gather(below, scans));
    }
}
