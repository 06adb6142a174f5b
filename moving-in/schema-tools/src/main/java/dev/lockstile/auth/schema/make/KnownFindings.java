package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the linter would say of columns that come from our superclasses, and why it does not matter there: written into
 * the change set as a waiver, for a reviewer to see. A column of the host's own gets none.
 */
final class KnownFindings {

    private static final String PHONE = "lint-waive: S22 numbers are checked before they are stored";
    private static final String TOKEN =
            "lint-waive: S23 the address of a device's notifications, given by its maker, opens nothing here";

    /** For a column that may be empty from now on. */
    static final String RELAXED = "; lint-waive: S20 nothing is taken away that a row has; no-rollback: rows without a"
            + " value may have come meanwhile, and nothing needs it gone";

    private static final String AS_FOUND = "it is another application's, and is here as it was found";

    /** For a table or column of another application. */
    static final String FOUND = "; lint-waive: S2 it is made on an empty database alone; lint-waive: S3 likewise;"
            + " lint-waive: S21 " + AS_FOUND + "; lint-waive: S22 " + AS_FOUND + "; lint-waive: S23 " + AS_FOUND
            + "; no-rollback: " + AS_FOUND + ", and is not dropped";

    /** For a type that the host wants at the price of writing every row anew. */
    static final String REWRITTEN = "; lint-waive: S9 every row is written anew under a lock, as --contract asked;"
            + " lint-waive: S10 likewise, by a copy";

    /** For values that rows get. */
    static final String FILLED = "; no-rollback: only rows without a value get one, and they go with the column";

    /** For a constraint that is validated. */
    static final String PROVEN = "; no-rollback: it goes with the constraint";

    /** For a check that is dropped. */
    static final String SERVED = "; no-rollback: the column itself refuses now what the check refused";

    private final Set<String> inherited;

    KnownFindings(Set<String> inherited) {
        this.inherited = inherited;
    }

    /** To follow the words of a change set that adds these columns to that table. */
    String of(String table, List<ColumnShape> columns) {
        Set<String> waivers = new TreeSet<>();
        for (ColumnShape column : columns) {
            if (!inherited.contains(table + "." + column.name())) {
                continue;
            }
            if (column.name().endsWith("phone")) {
                waivers.add(PHONE);
            } else if (column.name().endsWith("token")) {
                waivers.add(TOKEN);
            }
        }
        return waivers.isEmpty() ? "" : "; " + String.join("; ", waivers);
    }
}
