package dev.lockstile.auth.schema.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A trigger of the old application's that fires when a row is updated.
 *
 * @param canRest whether the database lets it rest for a while
 */
public record UpdateTrigger(String table, String name, boolean canRest) {

    private static final int UPDATE = 16;
    private static final String POSTGRES = "select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid ="
            + " t.tgrelid where not t.tgisinternal and t.tgenabled in ('O', 'A') and t.tgtype & " + UPDATE
            + " <> 0 and c.relnamespace = current_schema()::regnamespace order by 1, 2";
    private static final String H2 = "select event_object_table, trigger_name from information_schema.triggers where"
            + " event_manipulation like '%UPDATE%' and event_object_schema = current_schema order by 1, 2";
    private static final String MARIADB =
            "select event_object_table, trigger_name from information_schema.triggers where"
                    + " event_manipulation = 'UPDATE' and event_object_schema = database() order by 1, 2";

    /** Those of the connection's current schema that are not disabled. */
    public static List<UpdateTrigger> read(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String sql = switch (product) {
            case "PostgreSQL" -> POSTGRES;
            case "H2" -> H2;
            default -> MARIADB;
        };
        boolean folds = connection.getMetaData().storesUpperCaseIdentifiers();
        List<UpdateTrigger> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                String table = found.getString(1);
                all.add(new UpdateTrigger(
                        folds ? Identifiers.folded(table) : table, found.getString(2), product.equals("PostgreSQL")));
            }
        }
        return all;
    }

    /** What to know before these columns are filled. */
    public String note(List<String> columns) {
        String told = "the trigger " + name + " of " + table + " fires for each row when " + String.join(", ", columns)
                + " are filled, and what it writes changes";
        String alter = "alter table " + Identifiers.sql(table);
        return canRest
                ? told + "; to avoid that, run before migrate: " + alter + " disable trigger " + Identifiers.sql(name)
                        + "; and after it: " + alter + " enable trigger " + Identifiers.sql(name)
                : told
                        + "; this database lets no trigger rest: drop it before migrate and create it again after it, while"
                        + " the old application does not write";
    }
}
