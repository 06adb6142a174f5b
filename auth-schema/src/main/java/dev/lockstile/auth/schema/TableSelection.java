package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.internal.history.RanRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.Liquibase;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.precondition.core.ChangeLogPropertyDefinedPrecondition;

/**
 * The tables that a host uses. Change sets of other tables wait until the host uses them, but for those of a table that
 * an earlier migration has made: such a table is kept up to date.
 *
 * <p>Ten tables share one change set of sequences. Where all ten are used it runs; else it is entered as skipped, and
 * each used table has a change set of its own that makes its sequence.
 *
 * @param wanted the tables that the host asks for
 * @param sequences whether keys come from sequences
 */
record TableSelection(Set<AuthTable> wanted, boolean sequences) {

    private static final String NEVER = "auth.sequences.of-all-tables";

    /** Has Liquibase pass over what the host does not use; of history nothing is changed. */
    void apply(Liquibase liquibase, Connection connection) throws LiquibaseException, SQLException {
        List<RanRow> ran = RanRows.of(connection);
        Set<AuthTable> used = used(ran);
        Optional<RanRow> shared = ran.stream()
                .filter(row ->
                        TableChangeSets.isShared(row.key().path(), row.key().id()))
                .findFirst();
        Set<ChangeSetKey> skipped =
                ran.stream().filter(RanRow::skipped).map(RanRow::key).collect(Collectors.toSet());
        boolean narrowed = shared.isPresent() ? shared.get().skipped() : !used.containsAll(TableChangeSets.SHARING);
        for (ChangeSet changeSet : liquibase.getDatabaseChangeLog().getChangeSets()) {
            String path = changeSet.getFilePath();
            if (TableChangeSets.isShared(path, changeSet.getId()) && narrowed) {
                skip(changeSet);
            }
            if (skipped.contains(new ChangeSetKey(path, changeSet.getId(), changeSet.getAuthor()))) {
                keepOnRollback(changeSet);
            }
            boolean made = TableChangeSets.isSingle(path) && !(narrowed && sequences);
            TableChangeSets.table(path, changeSet.getId())
                    .filter(table -> made || !used.contains(table))
                    .ifPresent(unused -> changeSet.setIgnore(true));
        }
    }

    private Set<AuthTable> used(List<RanRow> ran) {
        Set<AuthTable> used = EnumSet.copyOf(wanted);
        for (RanRow row : ran) {
            if (TableChangeSets.makesTable(row.key().id())) {
                TableChangeSets.table(row.key().path(), row.key().id()).ifPresent(used::add);
            }
        }
        return used;
    }

    /** A precondition is no part of the checksum, so that history reads the same for every host. */
    private static void skip(ChangeSet changeSet) {
        ChangeLogPropertyDefinedPrecondition never = new ChangeLogPropertyDefinedPrecondition();
        never.setProperty(NEVER);
        changeSet.getPreconditions().addNestedPrecondition(never);
    }

    /** What was skipped has made nothing that a rollback could drop; Liquibase tries. */
    private static void keepOnRollback(ChangeSet changeSet) {
        changeSet.getRollback().getChanges().clear();
        changeSet.getRollback().getChanges().add(new EmptyChange());
    }
}
