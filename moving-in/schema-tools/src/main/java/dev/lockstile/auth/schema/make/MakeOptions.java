package dev.lockstile.auth.schema.make;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the host says that no comparison can know.
 *
 * @param name the file's name behind its number, or null for one made of the steps
 * @param renames {@code table} to {@code table}, or {@code table.column} to {@code table.column}, old to new
 * @param noRename true when what looks like a rename is none
 * @param defaults {@code table.column} to the SQL that rows get which are there already
 * @param contract tables and {@code table.column}s that may go, or change their type by rewriting every row
 * @param unusedSince the release since which no code uses what is dropped; null for the migration before
 * @param signedOffBy who agreed to what is dropped; null for the user who runs this
 */
public record MakeOptions(
        @Nullable String name,
        Map<String, String> renames,
        boolean noRename,
        Map<String, String> defaults,
        Set<String> contract,
        @Nullable String unusedSince,
        @Nullable String signedOffBy) {

    /** Nothing said. */
    public static final MakeOptions NONE = new MakeOptions(null, Map.of(), false, Map.of(), Set.of());

    /**
     * Copies the maps and the set.
     *
     * @param name the file's name behind its number; null for one made of the steps
     * @param renames old names to new ones
     * @param noRename true when what looks like a rename is none
     * @param defaults {@code table.column} to the SQL that rows get which are there already
     * @param contract tables and {@code table.column}s that may go or be rewritten
     * @param unusedSince the release since which no code uses what is dropped; null for the migration before
     * @param signedOffBy who agreed to what is dropped; null for the user who runs this
     */
    public MakeOptions {
        renames = Map.copyOf(renames);
        defaults = Map.copyOf(defaults);
        contract = Set.copyOf(contract);
    }

    /**
     * Without words about what is dropped.
     *
     * @param name the file's name behind its number; null for one made of the steps
     * @param renames old names to new ones
     * @param noRename true when what looks like a rename is none
     * @param defaults {@code table.column} to the SQL that rows get which are there already
     * @param contract tables and {@code table.column}s that may go or be rewritten
     */
    public MakeOptions(
            @Nullable String name,
            Map<String, String> renames,
            boolean noRename,
            Map<String, String> defaults,
            Set<String> contract) {
        this(name, renames, noRename, defaults, contract, null, null);
    }
}
