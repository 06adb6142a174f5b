package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pass over the table of users. */
final class UserScan {

    /** What is read of every row, in this order. */
    static final List<String> ATTRIBUTES = List.of(
            "email", "emailKey", "phone", "phoneKey", "username", "usernameKey", "staff", "superuser", "deletedAt");

    private static final int FETCH = 1000;

    private final String table;
    private final String key;
    private final Map<String, String> columns;
    private final IdentifierRules rules;
    private final List<SharedRightColumn> rights;
    private final Map<IdentifierKind, FoundRows> outdated = new EnumMap<>(IdentifierKind.class);

    /** {@code sql}: how a name stands in a statement. */
    UserScan(TableShape table, Map<String, String> columns, IdentifierRules rules, UnaryOperator<String> sql) {
        this.table = sql.apply(table.name());
        this.key = sql.apply(table.key().get(0));
        this.columns = new HashMap<>(columns);
        this.columns.replaceAll((attribute, column) -> sql.apply(column));
        this.rules = rules;
        this.rights = Stream.of("staff", "superuser")
                .map(right -> SharedRightColumn.of(table, right, columns.getOrDefault(right, right), sql))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @param imported null where the host keeps no links */
    List<Finding> over(Connection connection, @Nullable ImportedRows imported) throws SQLException {
        boolean commits = connection.getAutoCommit();
        connection.setAutoCommit(false); // so that PostgreSQL sends the rows in pieces
        try (PreparedStatement select = connection.prepareStatement(select())) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    look(row);
                }
            }
            for (SharedRightColumn right : rights) {
                right.separate(imported, connection);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(commits);
        }
        return findings();
    }

    private String select() {
        String own = ATTRIBUTES.stream().map(this::column).collect(Collectors.joining(", "));
        String others = rights.stream().map(right -> ", " + right.other()).collect(Collectors.joining());
        return "select " + key + ", " + own + others + " from " + table + " where " + column("deletedAt")
                + " is null order by " + key;
    }

    private void look(ResultSet row) throws SQLException {
        String id = row.getString(1);
        IdentifierStates stored =
                new IdentifierStates(identifierState(row, 2), identifierState(row, 4), identifierState(row, 6));
        IdentifierKeys keys = new IdentifierKeys(row.getString(3), row.getString(5), row.getString(7));
        IdentifierStates checked = rules.checked(stored, keys);
        for (IdentifierKind kind : IdentifierKind.values()) {
            if (checked.of(kind).outdated()) {
                outdated.computeIfAbsent(kind, any -> new FoundRows(key)).add(id);
            }
        }
        boolean owned = row.getString(3) != null || row.getString(5) != null || row.getString(7) != null;
        for (int i = 0; i < rights.size(); i++) {
            SharedRightColumn right = rights.get(i);
            boolean here = row.getBoolean(ATTRIBUTES.indexOf(right.name()) + 2);
            right.compare(id, owned, here, row.getBoolean(ATTRIBUTES.size() + 2 + i));
        }
    }

    private static IdentifierState identifierState(ResultSet row, int column) throws SQLException {
        return new IdentifierState(row.getString(column), row.getString(column + 1) != null, null);
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        outdated.forEach((kind, rows) -> findings.add(outdated(kind.name().toLowerCase(Locale.ROOT), rows)));
        rights.forEach(right -> findings.addAll(right.findings()));
        return findings;
    }

    private Finding outdated(String kind, FoundRows rows) {
        String proof = kind.equals("username") ? "" : ", " + column(kind + "VerifiedAt") + " = null";
        return new Finding(
                "HM-08",
                table + "." + column(kind),
                rows.count() + " row(s) hold another value than the one that was owned or proven here, which counts for"
                        + " nothing now: " + rows.told(),
                "write the old value back, or let go of it, so that the new one can be proven:\nupdate " + table
                        + " set " + column(kind + "Key") + " = null" + proof + rows.where() + ";");
    }

    private String column(String attribute) {
        return columns.getOrDefault(attribute, attribute);
    }
}
