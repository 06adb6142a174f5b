package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.definition.TableDefinitions;
import dev.lockstile.auth.schema.internal.step.BaselineStep;
import dev.lockstile.auth.schema.internal.step.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The old tables as they are, with references among themselves only: the rest is another application's. */
record FoundTables(OldSchema old, List<MatchedTable> tables) {

    List<Step> baseline() throws SQLException {
        Set<String> ours = names();
        Set<String> beside = new TreeSet<>(old.shape().tables().keySet());
        beside.removeAll(ours);
        beside.add(tables.get(0).table().name()); // the users, so that it is noted where nothing else is there, too
        List<Step> steps = new ArrayList<>();
        tables.stream()
                .map(MatchedTable::sequence)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(sequence -> steps.add(new BaselineStep.Sequence(sequence)));
        List<String> made = new ArrayList<>();
        for (MatchedTable found : tables) {
            Set<String> before = new TreeSet<>(made);
            before.add(found.table().name());
            steps.add(new BaselineStep.Table(
                    FoundTable.plain(found.table(), before),
                    FoundTable.defaults(found.table()),
                    old.place(),
                    found.part() == ModelPart.USER ? beside : Set.of(),
                    old.dbms(),
                    definition(old.definitions(), found.table().name(), made)));
            made.add(found.table().name());
        }
        return steps;
    }

    /** What an empty database does not get, in one sentence per table. */
    List<String> leftOut() throws SQLException {
        List<String> notes = new ArrayList<>();
        for (MatchedTable found : tables) {
            List<String> left = old.definitions().leftOut(found.table().name());
            if (!left.isEmpty()) {
                notes.add(String.join(", ", left) + (left.size() == 1 ? " is" : " are")
                        + " not in the baseline: an empty database has to get them from the other application");
            }
        }
        return notes;
    }

    /** A table, and the references to it of tables that were made before. */
    static List<String> definition(TableDefinitions definitions, String table, List<String> before)
            throws SQLException {
        Set<String> targets = new TreeSet<>(before);
        targets.add(table);
        List<String> statements = new ArrayList<>(definitions.of(table, targets));
        for (String earlier : before) {
            List<String> without = definitions.of(earlier, Set.of());
            List<String> references = new ArrayList<>(definitions.of(earlier, Set.of(table)));
            if (references.size() > without.size()) {
                references.removeAll(without);
                statements.addAll(references);
            }
        }
        return statements;
    }

    private Set<String> names() {
        return tables.stream().map(found -> found.table().name()).collect(Collectors.toSet());
    }
}
