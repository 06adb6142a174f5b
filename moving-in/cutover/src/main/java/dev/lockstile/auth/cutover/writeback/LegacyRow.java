package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.cutover.writeback.LegacySystem.Delivery;
import dev.lockstile.auth.model.IdentifierKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person's row over there, in one transaction of that database. */
final class LegacyRow {

    private final LegacyStatements rows;
    private final LastWritten marks;
    private final LegacyTable table;
    private final JdbcLegacySystem.Winner winner;
    private final boolean staffToo;

    /** @param staffToo true when names and passwords go to rows with rights as well */
    LegacyRow(Connection connection, LegacyTable table, JdbcLegacySystem.Winner winner, boolean staffToo) {
        this.rows = new LegacyStatements(connection);
        this.marks = new LastWritten(rows);
        this.table = table;
        this.winner = winner;
        this.staffToo = staffToo;
    }

    Delivery put(UserState person) throws SQLException {
        LastWritten.Mark last = marks.find(person);
        if (last != null && last.number() >= person.number()) {
            return new Delivery.Stored(last.legacyId());
        }
        return put(person, last);
    }

    private Delivery put(UserState person, LastWritten.@Nullable Mark last) throws SQLException {
        LastWritten.Mark mark = last == null || last.isEmpty() ? null : last;
        String legacyId = last != null ? last.legacyId() : person.legacyId();
        if (legacyId == null) {
            return add(person);
        }
        // Before the row is read or written: a sender that was held up goes no further once a newer state is there.
        return marks.claim(person, legacyId, last) ? change(person, legacyId, mark) : new Delivery.Stored(legacyId);
    }

    private Delivery add(UserState person) throws SQLException {
        if (person.isClosed()) {
            return new Delivery.NotStored();
        }
        String email = person.owned(IdentifierKind.EMAIL);
        if (email == null && table instanceof FuUsersTable) {
            return new Delivery.Refused("no_email");
        }
        if (email != null && isTaken(email, null)) {
            return new Delivery.Refused("email_taken_in_legacy");
        }
        marks.claim(person, "", null);
        String legacyId = rows.insert(table.name(), table.fresh(person));
        String profile = writeBeside(person, legacyId);
        marks.write(person, legacyId, LastWritten.seen(there(legacyId), null));
        return new Delivery.Stored(legacyId, profile);
    }

    private Delivery change(UserState person, String legacyId, LastWritten.@Nullable Mark mark) throws SQLException {
        Map<String, @Nullable String> there = there(legacyId);
        if (there.isEmpty()) {
            return new Delivery.Refused("legacy_row_missing");
        }
        if (deletedThere(there, mark)) {
            return person.isClosing()
                    ? patch(person, legacyId, new Patch(person.only(UserState.Change.STATUS), there, mark, false))
                    : new Delivery.LegacyKept("deleted_in_legacy");
        }
        if (staysTheirs(person, there, mark)) {
            UserState urgent = person.urgent();
            return urgent != null
                    ? patch(person, legacyId, new Patch(urgent, there, mark, false))
                    : new Delivery.LegacyKept("changed_in_legacy");
        }
        return patch(person, legacyId, new Patch(person, there, mark, true));
    }

    /** @param whole false when most of the row stays theirs */
    private record Patch(
            UserState going, Map<String, @Nullable String> there, LastWritten.@Nullable Mark mark, boolean whole) {}

    private Delivery patch(UserState person, String legacyId, Patch patch) throws SQLException {
        Map<String, @Nullable Object> values = table.changed(patch.going(), patch.there());
        if (!patch.whole()) {
            values.remove(LegacyTable.orEmpty(table.modified()));
        }
        boolean deletedBefore = deletedAt(patch.there()) != null;
        if (deletedBefore && (person.isDeleted() || !patch.whole())) {
            values.remove(LegacyTable.orEmpty(table.deleted()));
        }
        boolean withheld = withhold(person, values, legacyId);
        if (pushesAside(values, patch.there(), legacyId)) {
            return new Delivery.Refused("email_taken_in_legacy");
        }
        if (!values.isEmpty()) {
            rows.update(table.name(), values, "id = ?", List.of(LegacyStatements.key(legacyId)));
        }
        String profile = patch.whole() ? writeBeside(patch.going(), legacyId) : null;
        marks.write(person, legacyId, seen(patch, there(legacyId)));
        return withheld ? new Delivery.LegacyKept("has_legacy_rights") : new Delivery.Stored(legacyId, profile);
    }

    /**
     * Leaves the names and the password of an account with rights over there as they are: a thief of the account
     * here would get these rights with them. A deleted account loses its password over there all the same.
     */
    private boolean withhold(UserState person, Map<String, @Nullable Object> values, String legacyId)
            throws SQLException {
        if (staffToo || person.isDeleted() || !hasRights(legacyId)) {
            return false;
        }
        return values.keySet().removeAll(table.credentials());
    }

    private boolean hasRights(String legacyId) throws SQLException {
        String flags = String.join(", ", table.rights());
        String select = "select " + flags + " from " + table.name() + " where id = ? for update";
        return rows.flags(select, LegacyStatements.key(legacyId)).contains(true);
    }

    private boolean pushesAside(
            Map<String, @Nullable Object> values, Map<String, @Nullable String> there, String legacyId)
            throws SQLException {
        return values.get(table.email()) instanceof String email
                && !email.equalsIgnoreCase(
                        LegacyTable.orEmpty(there.get(table.email())).strip())
                && isTaken(email, legacyId);
    }

    /** What stays theirs goes on being seen as changed there. */
    private String seen(Patch patch, Map<String, @Nullable String> now) {
        LastWritten.Mark mark = patch.mark();
        if (!patch.whole()) {
            return mark == null ? "" : mark.seen();
        }
        return LastWritten.seen(now, deletedAt(now));
    }

    private @Nullable String deletedAt(Map<String, @Nullable String> there) {
        String column = table.deleted();
        return column == null ? null : there.get(column);
    }

    private boolean deletedThere(Map<String, @Nullable String> there, LastWritten.@Nullable Mark mark) {
        String at = deletedAt(there);
        return at != null && (mark == null || !mark.hasDeleted(at));
    }

    private boolean staysTheirs(UserState person, Map<String, @Nullable String> there, LastWritten.@Nullable Mark mark)
            throws SQLException {
        boolean touched = mark != null && !mark.isOf(there);
        return switch (winner) {
            case OURS -> false;
            case THEIRS -> touched;
            case NEWEST -> (touched || mark == null) && modifiedThere(there).isAfter(person.changedAt());
        };
    }

    private Instant modifiedThere(Map<String, @Nullable String> there) throws SQLException {
        String id = Objects.requireNonNull(there.get("id"));
        String select = "select " + table.modified() + " from " + table.name() + " where id = ?";
        OffsetDateTime at = rows.time(select, LegacyStatements.key(id));
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    /** @param except the person's own row; null when there is none yet */
    private boolean isTaken(String email, @Nullable String except) throws SQLException {
        String select = "select id from " + table.name() + " where lower(trim(" + table.email() + ")) = lower(?)";
        return except == null
                ? !rows.first(select, email).isEmpty()
                : !rows.first(select + " and id <> ?", email, LegacyStatements.key(except))
                        .isEmpty();
    }

    /**
     * The row beside that of the person, never another one of theirs. @return its key when it is known to be the same
     */
    private @Nullable String writeBeside(UserState person, String legacyId) throws SQLException {
        LegacyTable.SideRow side = table.beside(person);
        if (side == null) {
            return null;
        }
        Object owner = LegacyStatements.key(legacyId);
        String id = side.id() != null ? side.id() : madeFromHere(person, side, owner);
        if (id != null) {
            String where = side.owner() + " = ? and id = ?";
            return rows.update(side.table(), side.values(), where, List.of(owner, LegacyStatements.key(id))) == 0
                    ? null
                    : id;
        }
        if (oldest(side, owner) != null) {
            return null;
        }
        Map<String, @Nullable Object> fresh = new LinkedHashMap<>(side.onlyFresh());
        fresh.put(side.owner(), owner);
        return rows.insert(side.table(), fresh);
    }

    /** Of a row that the ledger does not have yet, since a process died in between. */
    private @Nullable String madeFromHere(UserState person, LegacyTable.SideRow side, Object owner)
            throws SQLException {
        return person.legacyId() == null ? oldest(side, owner) : null;
    }

    private @Nullable String oldest(LegacyTable.SideRow side, Object owner) throws SQLException {
        String select = "select id from " + side.table() + " where " + side.owner() + " = ? order by id";
        List<@Nullable String> cells = rows.first(select, owner);
        return cells.isEmpty() ? null : cells.get(0);
    }

    /** The watched columns and the key; empty when there is no such row. */
    private Map<String, @Nullable String> there(String legacyId) throws SQLException {
        String columns = String.join(", ", table.watched());
        String select = "select id, " + columns + " from " + table.name() + " where id = ? for update";
        List<@Nullable String> cells = rows.first(select, LegacyStatements.key(legacyId));
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(i == 0 ? "id" : table.watched().get(i - 1), cells.get(i));
        }
        return row;
    }
}
