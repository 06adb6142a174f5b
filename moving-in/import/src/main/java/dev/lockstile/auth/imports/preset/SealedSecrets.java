package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Encrypted secrets of a table, by which a key is checked before anything is written.
 *
 * @param table with the columns that are needed to open a secret
 * @param column where they stand, for messages
 * @param names what the key file may hold, for messages
 * @param isSealed whether a row has one
 * @param opens whether the key opens it
 */
record SealedSecrets(
        SourceTable table, String column, String names, Predicate<SourceRow> isSealed, Predicate<SourceRow> opens) {

    private static final int TRIED = 20;
    private static final int PAGE = 1000;

    /** The table of people with those of these columns that are read of it; empty where there are none. */
    static Optional<SourceTable> columns(SourceTable people, String... columns) {
        List<String> wanted = List.of(columns);
        List<String> there = people.columns().stream()
                .filter(column -> wanted.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(people.withColumns(
                        Stream.concat(Stream.of(people.key()), there.stream()).toList()));
    }

    /**
     * Refuses a key that opens none of the first secrets. A single one that is damaged locks its account, so it is no
     * refusal.
     *
     * @param source with all its rows
     */
    void requireOpened(Source source) {
        int tried = 0;
        List<SourceRow> page = source.page(table, null, PAGE);
        while (!page.isEmpty() && tried < TRIED) {
            for (SourceRow row :
                    page.stream().filter(isSealed).limit(TRIED - tried).toList()) {
                if (opens.test(row)) {
                    return;
                }
                tried++;
            }
            page = source.page(table, page.get(page.size() - 1).place(), PAGE);
        }
        if (tried > 0) {
            throw new SourceUnusableException("the factor key opens none of the first " + tried + " secrets in "
                    + table.name() + "." + column + " of " + source.description()
                    + "; it has to be the old application's "
                    + names);
        }
    }
}
