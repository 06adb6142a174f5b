package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.internal.history.RanRows;
import dev.lockstile.auth.schema.internal.history.StoredKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What ran on a database, for those who look at what did not. */
public final class RanChangeSets {

    private RanChangeSets() {}

    /**
     * {@return whether any change set ran on a database}
     *
     * @param connection of that database; stays open
     * @throws SQLException when the history cannot be read
     */
    public static boolean any(Connection connection) throws SQLException {
        return !RanRows.of(connection).isEmpty();
    }

    /**
     * {@return what is true, for the text {@code path::id::author}, of the change sets that have not run on a database}
     *
     * @param connection of that database; stays open
     * @param scan of the changelog
     * @throws SQLException when the history cannot be read
     */
    public static Predicate<String> pendingOn(Connection connection, ChangelogScan scan) throws SQLException {
        Set<ChangeSetKey> ran = RanRows.of(connection).stream().map(RanRow::key).collect(Collectors.toSet());
        Set<String> done = scan.changeSets().stream()
                .filter(changeSet -> StoredKeys.of(scan, changeSet).stream().anyMatch(ran::contains))
                .map(changeSet -> changeSet.key().toString())
                .collect(Collectors.toSet());
        return key -> !done.contains(key);
    }
}
