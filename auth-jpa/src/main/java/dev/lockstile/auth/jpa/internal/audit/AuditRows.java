package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditFailedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The two tables of the audit trail on one connection.
 *
 * @param table of the entries; the head lies in the one of the same name with {@code _head}
 */
record AuditRows(Connection connection, String table) {

    static final String COLUMNS = "id, happened_at, name, succeeded, user_ref, session_ref, detail, digest, actor_ref";

    /** The end of the chain. */
    record Head(long number, String last, String digest) {

        /** As the table is made: nothing was ever written, or everything was taken away. */
        boolean isBare() {
            return number == 0 && last.isEmpty() && digest.isEmpty();
        }
    }

    /** An entry as it stands in the table. */
    record Row(long number, AuditEntry entry, String digest) {}

    /** Holds the end until the transaction is over, so that entries follow each other whatever node they come from. */
    Head lockHead() throws SQLException {
        return head(" for update");
    }

    Head head() throws SQLException {
        return head("");
    }

    private Head head(String lock) throws SQLException {
        String select = "select entries, last_digest, digest from " + table + "_head where id = 1" + lock;
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet found = statement.executeQuery()) {
            if (!found.next()) {
                throw new AuditFailedException("the record of the end of the audit trail is gone");
            }
            return new Head(found.getLong(1), found.getString(2), found.getString(3));
        }
    }

    /** How many records of the end there are, and whether the one that counts is among them. */
    Heads heads() throws SQLException {
        String select = "select count(*), count(case when id = 1 then 1 end) from " + table + "_head";
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return new Heads(found.getLong(1), found.getLong(2) == 1);
        }
    }

    /** The records of the end. */
    record Heads(long count, boolean hasOwn) {}

    /** True when there is any entry, whatever its number. */
    boolean hasAny() throws SQLException {
        String select = "select 1 from " + table;
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setMaxRows(1);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    void moveHead(Head to) throws SQLException {
        String update = "update " + table + "_head set entries = ?, last_digest = ?, digest = ? where id = 1";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setLong(1, to.number());
            statement.setString(2, to.last());
            statement.setString(3, to.digest());
            statement.executeUpdate();
        }
    }

    void insert(Row row) throws SQLException {
        String insert = "insert into " + table + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            AuditEntry entry = row.entry();
            statement.setLong(1, row.number());
            statement.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            statement.setString(3, entry.name());
            statement.setBoolean(4, entry.succeeded());
            statement.setString(5, entry.userRef());
            statement.setString(6, entry.sessionRef());
            statement.setString(7, entry.detail());
            statement.setString(8, row.digest());
            statement.setString(9, entry.actorRef());
            statement.executeUpdate();
        }
    }

    List<Row> after(long number, int max) throws SQLException {
        String select = "select " + COLUMNS + " from " + table + " where id > ? order by id limit ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, number);
            statement.setInt(2, max);
            return rows(statement);
        }
    }

    /** Anything numbered below one, where no entry belongs. */
    boolean hasStrays() throws SQLException {
        String select = "select 1 from " + table + " where id < 1";
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet found = statement.executeQuery()) {
            return found.next();
        }
    }

    /** Everything that passes itself off as the entry of a cut, the latest first. */
    List<Row> cuts() throws SQLException {
        String select = "select " + COLUMNS + " from " + table + " where name = ? order by id desc";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, AuditCut.NAME);
            return rows(statement);
        }
    }

    /** The number of the last entry before the first one of that time or later. */
    long before(Instant time) throws SQLException {
        String select = "select min(id), max(id) from " + table + " where happened_at >= ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                long first = found.getLong(1);
                return found.wasNull() ? Long.MAX_VALUE : first - 1;
            }
        }
    }

    /** Removes some of the oldest entries up to that one; how many. */
    int removeUpTo(long number, int max) throws SQLException {
        String delete =
                "delete from " + table + " where id <= ? and id < (select oldest from (select min(id) + ? as oldest"
                        + " from " + table + ") as beginning)";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setLong(1, number);
            statement.setInt(2, max);
            return statement.executeUpdate();
        }
    }

    static List<Row> rows(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                AuditEntry entry = new AuditEntry(
                        found.getObject(2, OffsetDateTime.class).toInstant(),
                        found.getString(3),
                        found.getBoolean(4),
                        found.getString(5),
                        found.getString(6),
                        found.getString(7),
                        found.getString(9));
                rows.add(new Row(found.getLong(1), entry, found.getString(8)));
            }
        }
        return rows;
    }
}
