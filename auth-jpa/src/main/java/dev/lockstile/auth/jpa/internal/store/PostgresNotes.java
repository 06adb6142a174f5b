package dev.lockstile.auth.jpa.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a connection to PostgreSQL lacks, which shows only when the network or a standby is cut: a sentence each. */
final class PostgresNotes {

    private PostgresNotes() {}

    /** Empty on other databases, and where nothing is missing. */
    static List<String> of(Connection connection) throws SQLException {
        List<String> notes = new ArrayList<>();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return notes;
        }
        if (connection.getNetworkTimeout() == 0) {
            notes.add("a statement or a commit waits without end once the network or a synchronous standby is cut: set"
                    + " socketTimeout=30, connectTimeout=5 and tcpKeepAlive=true in the address of the database, and name"
                    + " every host in it with targetServerType=primary (docs/operations.md, Timeouts)");
        }
        return notes;
    }
}
