package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.CellMeaning;
import dev.lockstile.auth.imports.internal.mapping.ColumnKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The different values of a column, as long as they are few and short: those of a list of states or rights are. */
final class ColumnValues {

    private static final int MOST = 20;
    private static final int LONGEST = 40;

    private final Set<String> values = new HashSet<>();
    private long cells;
    private boolean dropped;

    void add(@Nullable Object cell) {
        if (dropped || cell == null || CellMeaning.isNothing(cell)) {
            return;
        }
        String text = cell.toString();
        boolean key = text.startsWith("otpauth:");
        if (text.length() > LONGEST && !key || values.size() == MOST) {
            drop();
            return;
        }
        cells++;
        values.add(key ? "otpauth:" : text.strip().toLowerCase(Locale.ROOT));
    }

    /** Returns true once the column holds other things than a few words. */
    boolean isDropped() {
        return dropped;
    }

    /** Returns true where two cells differ. */
    boolean areSeveral() {
        return dropped || values.size() > 1;
    }

    Optional<ColumnKind> kind() {
        return dropped ? Optional.empty() : ColumnKind.ofValues(values, cells >= 2L * values.size());
    }

    private void drop() {
        dropped = true;
        values.clear();
    }
}
