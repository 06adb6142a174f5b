package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.event.AuditRecords.Place;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of entries by their time, the latest first. Each filter has an index that ends in the time, so that a page
 * costs what it holds.
 */
record AuditPages(Connection connection, String table) {

    /** @param base what lies up to there was removed, and stands outside of the chain where it is seen again */
    Page page(AuditRecords.Query query, AuditTrail.Head base) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        add(where, values, "id > ?", base.entries());
        add(where, values, "user_ref = ?", query.user());
        add(where, values, "actor_ref = ?", query.actor());
        add(where, values, "name = ?", query.name());
        add(where, values, "happened_at >= ?", query.from());
        add(where, values, "happened_at < ?", query.until());
        Place after = query.after();
        if (after != null) {
            add(where, values, "happened_at <= ?", after.at());
            add(where, values, "(happened_at < ? or id < ?)", after.at());
            values.add(after.number());
        }
        String select = "select " + AuditRows.COLUMNS + " from " + table + where
                + " order by happened_at desc, id desc limit ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int at = 1;
            for (Object value : values) {
                statement.setObject(at++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            statement.setInt(at, query.size());
            return page(AuditRows.rows(statement), query.size());
        }
    }

    private static void add(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(where.isEmpty() ? " where " : " and ").append(condition);
            values.add(value);
        }
    }

    private static Page page(List<Row> rows, int size) {
        List<Entry> entries = rows.stream().map(AuditPages::entry).toList();
        Entry last = entries.size() < size ? null : entries.get(entries.size() - 1);
        return new Page(entries, last == null ? null : new Place(last.at(), last.number()));
    }

    private static Entry entry(Row row) {
        AuditEntry entry = row.entry();
        return new Entry(
                row.number(),
                entry.at(),
                entry.name(),
                entry.succeeded(),
                entry.userRef(),
                entry.sessionRef(),
                entry.detail(),
                entry.actorRef());
    }
}
