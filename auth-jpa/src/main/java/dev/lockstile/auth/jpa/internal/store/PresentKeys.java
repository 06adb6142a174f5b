package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.BoundSql;
import dev.lockstile.auth.jpa.internal.sql.PlainUpdate;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import java.util.Collection;
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
        return rows.texts(new BoundSql()
                .add("select " + key.name() + " from " + plain.get().persister().getTableName() + " where "
                        + key.name())
                .add(" = any (?)", (Object) linkKeys.toArray(String[]::new)));
    }

    private boolean hasArrays(PlainUpdate table) {
        return table.persister().getFactory().getJdbcServices().getDialect() instanceof PostgreSQLDialect;
    }
}
