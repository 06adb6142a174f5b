package example.bookbarn;

import dev.lockstile.auth.imports.support.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What MariaDB says of its tables and sequences, and their rows. */
final class MariaDbDump {

    private static final String NAMES = "select table_name as t from information_schema.tables where table_schema ="
            + " database() and table_type = '%s' order by 1";
    private static final String COLUMNS = "select column_name as name, data_type = 'bit' as is_bit from"
            + " information_schema.columns where table_schema = database() and table_name = '%s' order by"
            + " ordinal_position";

    private MariaDbDump() {}

    static List<String> of(DataSource database) {
        List<String> statements = new ArrayList<>();
        statements.add("set foreign_key_checks = 0");
        for (String sequence : names(database, "SEQUENCE")) {
            statements.add(created(database, "sequence", sequence));
        }
        for (String table : names(database, "BASE TABLE")) {
            statements.add(created(database, "table", table));
            statements.addAll(rows(database, table));
        }
        statements.add("set foreign_key_checks = 1");
        return statements;
    }

    private static List<String> names(DataSource database, String type) {
        return Sql.rows(database, NAMES.formatted(type)).stream()
                .map(row -> row.get("t"))
                .toList();
    }

    private static String created(DataSource database, String kind, String name) {
        Map<String, String> row =
                Sql.rows(database, "show create " + kind + " `" + name + "`").get(0);
        return row.get("create table");
    }

    private static List<String> rows(DataSource database, String table) {
        List<Map<String, String>> columns = Sql.rows(database, COLUMNS.formatted(table));
        String names = columns.stream().map(c -> c.get("name")).collect(Collectors.joining(", "));
        String values = columns.stream().map(MariaDbDump::value).collect(Collectors.joining(", "));
        return Sql.rows(database, "select concat_ws(', ', " + values + ") as v from `" + table + "` order by 1")
                .stream()
                .map(row -> "insert into `" + table + "` (" + names + ") values (" + row.get("v") + ")")
                .toList();
    }

    private static String value(Map<String, String> column) {
        String name = "`" + column.get("name") + "`";
        return "1".equals(column.get("is_bit")) ? "ifnull(" + name + " + 0, 'NULL')" : "quote(" + name + ")";
    }
}
