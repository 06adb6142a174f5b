package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.Reference;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.changelog.ScannedFile;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.internal.history.StoredKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The answer to "can I remove the shim?". While a change set or a changelog names the class the answer is no, even
 * where it ran everywhere: before 5.0.2 Liquibase cannot read a changelog with a class missing, and later versions fail
 * on the way back and on a fresh database.
 *
 * @param oldName the class asked about
 * @param uses every place that names it
 */
public record ShimEvidence(String oldName, List<Use> uses) {

    /**
     * Checks the values.
     *
     * @param oldName the class asked about
     * @param uses every place that names it
     */
    public ShimEvidence {
        uses = List.copyOf(uses);
    }

    static ShimEvidence of(String oldName, ChangelogScan scan, Map<String, List<RanRow>> databases) {
        List<Use> uses = new ArrayList<>();
        for (ScannedFile file : scan.files()) {
            for (Reference reference : naming(oldName, file.references())) {
                uses.add(new Use(file.path(), reference.place(), Map.of(), true));
            }
        }
        for (ScannedChangeSet changeSet : scan.changeSets()) {
            Set<ChangeSetKey> keys = StoredKeys.of(scan, changeSet);
            for (Reference reference : naming(oldName, changeSet.references())) {
                Map<String, String> states = new TreeMap<>();
                databases.forEach((name, rows) -> states.put(name, state(keys, rows)));
                String where = changeSet.key().toString();
                uses.add(new Use(where, reference.place(), states, !reference.rollback()));
            }
        }
        return new ShimEvidence(oldName, uses);
    }

    /** {@return whether nothing of this changelog needs the class any more} */
    public boolean removable() {
        return uses.isEmpty();
    }

    /** {@return whether a fresh database would need it} */
    public boolean freshNeedsIt() {
        return uses.stream().anyMatch(Use::freshNeedsIt);
    }

    @Override
    public String toString() {
        if (removable()) {
            return oldName + " may go: no change set and no changelog names it";
        }
        StringBuilder text = new StringBuilder(oldName).append(" must stay: ");
        text.append(freshNeedsIt() ? "a fresh database needs it" : "the way back needs it");
        for (Use use : uses) {
            text.append("\n  ")
                    .append(use.changeSet())
                    .append(" (")
                    .append(use.role())
                    .append(')');
            new TreeMap<>(use.states())
                    .forEach((name, state) ->
                            text.append("\n    ").append(name).append(": ").append(state));
        }
        return text.toString();
    }

    private static List<Reference> naming(String name, List<Reference> references) {
        return references.stream()
                .filter(r -> r.kind() == Reference.Kind.CLASS && r.name().equals(name))
                .toList();
    }

    private static String state(Set<ChangeSetKey> keys, List<RanRow> rows) {
        return rows.stream()
                .filter(row -> keys.contains(row.key()))
                .map(row -> "ran at " + row.ranAt())
                .findFirst()
                .orElse("has not run");
    }

    /**
     * A place in history that names a class.
     *
     * @param changeSet the change set, or the file where no change set is concerned
     * @param role the element that names it
     * @param states of each database, by its name: when it ran there, or that it has not run
     * @param freshNeedsIt whether a fresh database, built from the changelog as it is, has to load it to run
     */
    public record Use(String changeSet, String role, Map<String, String> states, boolean freshNeedsIt) {

        /**
         * Copies the states.
         *
         * @param changeSet the change set, or the file
         * @param role the element that names it
         * @param states by the name of the database: when it ran there, or that it has not
         * @param freshNeedsIt whether a fresh database has to load the class
         */
        public Use {
            states = Map.copyOf(states);
        }
    }
}
