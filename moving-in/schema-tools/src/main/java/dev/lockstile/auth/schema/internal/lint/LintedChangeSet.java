package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import java.util.List;
import java.util.Set;

/**
 * A change set with the SQL that it runs on one database.
 *
 * @param scanned as its file has it
 * @param statements forwards
 * @param back what its rollback block runs
 * @param way how there is a way back
 */
record LintedChangeSet(
        ScannedChangeSet scanned,
        List<Statement> statements,
        List<Statement> back,
        Way way,
        boolean inTransaction,
        Set<String> labels,
        String comment) {

    /** Kinds of way back. */
    enum Way {
        BLOCK,
        EMPTY_BLOCK,
        BY_LIQUIBASE,
        NONE
    }

    String key() {
        return scanned.key().toString();
    }

    /** The statements with those that their blocks run, each after the one that runs it. */
    List<Statement> all() {
        return statements.stream().flatMap(Statement::all).toList();
    }

    /** What runs, without settings of the session. */
    List<Statement> work() {
        return statements.stream().filter(s -> !s.has("^(set|reset) ")).toList();
    }

    boolean creates(String table) {
        return all().stream().anyMatch(s -> s.createsTable() && table.equals(s.table()));
    }
}
