package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.dialect.PostgreSQLDialect;

/**
 * Which keys the ledger has, asked for with one parameter. Hibernate makes a list of hundreds of keys into as many
 * parameters, whose statement it writes and the database plans each time.
 */
record PresentKeys(Rows rows, HostModel host) {

    /** All of them where the database has no arrays, or Hibernate has to see each statement. */
    Collection<String> among(Collection<String> linkKeys) {
        Optional<PlainUpdate> plain =
                rows.plainUpdate(JpaLegacyLinkStore.link(host).type()).filter(this::hasArrays);
        PlainUpdate.Column key =
                plain.map(table -> table.columns().get("linkKey")).orElse(null);
        if (plain.isEmpty() || key == null) {
            return linkKeys;
        }
        String sql = "select " + key.name() + " from " + plain.get().persister().getTableName() + " where " + key.name()
                + " = any (?)";
        return rows.query(sql, statement -> read(statement, linkKeys));
    }

    private boolean hasArrays(PlainUpdate table) {
        return table.persister().getFactory().getJdbcServices().getDialect() instanceof PostgreSQLDialect;
    }

    private static List<String> read(PreparedStatement statement, Collection<String> linkKeys) throws SQLException {
        Array keys = statement.getConnection().createArrayOf("varchar", linkKeys.toArray());
        try {
            statement.setArray(1, keys);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } finally {
            keys.free();
        }
    }
}
