package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.CellMeaning;
import dev.lockstile.auth.imports.internal.mapping.FactorColumns;
import dev.lockstile.auth.imports.source.SourceRow;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Columns for the time of a first right code, such as {@code two_factor_confirmed_at} of Laravel Fortify. With
 * {@code confirm => false} Fortify leaves it empty and asks each person with a secret for the factor; with {@code true}
 * an empty one is an enrolment that was given up. Rows tell which it is only where the column is set in one of them.
 * Not safe for use by several threads.
 */
final class Confirmations {

    static final String QUESTION = " is empty in each row with a secret of a second factor: factor, if the old"
            + " application asks for the factor only after a first right code; ignore, if it asks without one";

    private static final Predicate<String> OF_CONFIRMATIONS = FactorColumns::isConfirmation;

    private final Set<String> set = new TreeSet<>();
    private final Set<String> empty = new TreeSet<>();

    void add(SourceRow row) {
        List<String> confirmations = row.columns(OF_CONFIRMATIONS);
        boolean secret = !confirmations.isEmpty() && FactorColumns.hasSecret(row);
        confirmations.forEach(column -> {
            if (!CellMeaning.isNothing(row.cell(column))) {
                set.add(column);
            } else if (secret) {
                empty.add(column);
            }
        });
    }

    /** Columns that are empty in each row with a secret. */
    Stream<String> neverSet() {
        return empty.stream().filter(column -> !set.contains(column));
    }
}
