package dev.lockstile.auth.schema.internal.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.internal.liquibase.LiquibaseTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads what ran on a database, by one select and no Liquibase, which would make or alter its tables first. */
public final class RanRows {

    private static final String TABLE = "DATABASECHANGELOG";
    private static final String ALL = "select ID, AUTHOR, FILENAME, MD5SUM, DATEEXECUTED, DESCRIPTION, EXECTYPE from "
            + TABLE + " order by ORDEREXECUTED";

    private RanRows() {}

    /** The rows, oldest first; none where no migration ever ran. */
    public static List<RanRow> of(Connection connection) throws SQLException {
        List<RanRow> rows = new ArrayList<>();
        if (!LiquibaseTables.has(connection, TABLE)) {
            return rows;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ALL)) {
            while (found.next()) {
                ChangeSetKey key = new ChangeSetKey(text(found, 3), text(found, 1), text(found, 2));
                rows.add(new RanRow(
                        key,
                        found.getString(4),
                        text(found, 5),
                        text(found, 6),
                        "MARK_RAN".equals(found.getString(7))));
            }
        }
        return rows;
    }

    private static String text(ResultSet found, int column) throws SQLException {
        return Objects.requireNonNullElse(found.getString(column), "");
    }
}
