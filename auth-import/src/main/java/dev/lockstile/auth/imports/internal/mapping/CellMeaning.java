package dev.lockstile.auth.imports.internal.mapping;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a cell means, for all sources alike: nothing, a truth value, or a mark that is set or not. */
public final class CellMeaning {

    private static final Set<String> NOTHING =
            Set.of("", "\\n", "null", "none", "nil", "nan", "nat", "n/a", "na", "<null>", "undefined");
    private static final Map<String, Boolean> TRUTH = Map.ofEntries(
            Map.entry("1", true),
            Map.entry("1.0", true),
            Map.entry("t", true),
            Map.entry("true", true),
            Map.entry("y", true),
            Map.entry("yes", true),
            Map.entry("on", true),
            Map.entry("0", false),
            Map.entry("0.0", false),
            Map.entry("f", false),
            Map.entry("false", false),
            Map.entry("n", false),
            Map.entry("no", false),
            Map.entry("off", false));

    private static final Set<String> LOOSE = Set.of("y", "yes", "on");

    private CellMeaning() {}

    /**
     * {@return true for an empty cell, for what exports write in place of one, and for the zero dates of MySQL}
     *
     * @param cell as the source gave it
     */
    public static boolean isNothing(@Nullable Object cell) {
        if (cell == null || cell instanceof Double number && number.isNaN()) {
            return true;
        }
        String text = word(cell);
        return NOTHING.contains(text) || text.matches("0000-00-00([ t]00:00:00(\\.0+)?(z|[+-]00:?00)?)?");
    }

    /**
     * {@return the truth value that the cell spells; empty for anything else, nothing among it}
     *
     * @param cell as the source gave it
     */
    public static Optional<Boolean> truth(@Nullable Object cell) {
        if (cell instanceof Number number) {
            double value = number.doubleValue();
            return value == 0 || value == 1 ? Optional.of(value == 1) : Optional.empty();
        }
        return cell == null ? Optional.empty() : Optional.ofNullable(TRUTH.get(word(cell)));
    }

    /**
     * {@return the truth value, where yes lets a person in or gives a right: words other than those that databases write
     * for it are no yes there}
     *
     * @param cell as the source gave it
     */
    public static Optional<Boolean> grant(@Nullable Object cell) {
        return truth(cell).filter(yes -> !yes || cell != null && !LOOSE.contains(word(cell)));
    }

    /**
     * {@return true for yes or a time, false for no or nothing; empty for a cell that says neither}
     *
     * @param cell as the source gave it
     */
    public static Optional<Boolean> mark(@Nullable Object cell) {
        if (isNothing(cell)) {
            return Optional.of(false);
        }
        Optional<Boolean> truth = truth(cell);
        return truth.isPresent() ? truth : time(cell).map(at -> true);
    }

    /**
     * {@return the time that the cell holds; empty for anything else}
     *
     * @param cell as the source gave it
     */
    public static Optional<Instant> time(@Nullable Object cell) {
        return cell == null || isNothing(cell) ? Optional.empty() : Dates.instant(cell);
    }

    private static String word(Object cell) {
        return cell.toString().strip().toLowerCase(Locale.ROOT);
    }
}
