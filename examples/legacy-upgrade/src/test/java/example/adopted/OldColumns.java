package example.adopted;

import dev.lockstile.auth.imports.support.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The columns and rows that the old application knows, and a digest of each of its tables. */
record OldColumns(Map<String, String> columns, Map<String, String> lastRow) {

    private static final String COLUMNS = "select table_name, column_name from information_schema.columns where"
            + " table_schema = 'public' order by 1, 2";
    private static final String NUMBERED = "select table_name from information_schema.columns where table_schema ="
            + " 'public' and column_name = 'id' and data_type in ('bigint', 'integer')";

    static OldColumns of(DataSource database) {
        Map<String, List<String>> columns = new TreeMap<>();
        Sql.rows(database, COLUMNS)
                .forEach(row -> columns.computeIfAbsent(row.get("table_name"), t -> new ArrayList<>())
                        .add(row.get("column_name")));
        Map<String, String> joined = new TreeMap<>();
        columns.forEach((table, names) -> joined.put(table, String.join(", ", names)));
        Map<String, String> last = new TreeMap<>();
        Sql.rows(database, NUMBERED).stream()
                .map(row -> row.get("table_name"))
                .forEach(table -> last.put(table, one(database, "select coalesce(max(id), 0) as n from " + table)));
        return new OldColumns(joined, last);
    }

    /** Over the old columns of the old rows. */
    Map<String, String> digests(DataSource database) {
        Map<String, String> digests = new TreeMap<>();
        columns.forEach((table, names) -> digests.put(
                table,
                one(
                        database,
                        "select count(*) || ' ' || coalesce(md5(string_agg(r, '|' order by r)), '') as n from (select"
                                + " row(" + names + ")::text as r from " + table
                                + (lastRow.containsKey(table) ? " where id <= " + lastRow.get(table) : "") + ") old")));
        return digests;
    }

    private static String one(DataSource database, String sql) {
        return Sql.rows(database, sql).get(0).get("n");
    }
}
