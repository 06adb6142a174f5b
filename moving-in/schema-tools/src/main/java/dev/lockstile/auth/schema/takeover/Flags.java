package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.sql.SuperclassValues;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Old columns that say yes or no: by a truth value or by 1 and 0. */
final class Flags {

    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint");

    private Flags() {}

    static boolean isFlag(ColumnShape column) {
        String type = type(column);
        return type.equals("boolean") || NUMBERS.contains(type) || type.matches("numeric\\(\\d,0\\)");
    }

    /** The value of an attribute that the flag tells, or null when it tells nothing of it. */
    static MatchedTable.@Nullable Source source(ColumnShape flag, String attribute, SqlType wanted) {
        if (wanted.postgresql().equals("boolean")) {
            String usual = SuperclassValues.all().getOrDefault(attribute, "false");
            return new MatchedTable.Source(
                    flag, "case when " + isSet(flag) + " then true else false end", value(flag, usual.equals("true")));
        }
        // the time of deletion was not kept: from the takeover on it is
        return attribute.equals("deletedAt")
                ? new MatchedTable.Source(
                        flag, "case when " + isSet(flag) + " then CURRENT_TIMESTAMP end", value(flag, false))
                : null;
    }

    private static String isSet(ColumnShape flag) {
        return Identifiers.sql(flag.name()) + " = " + value(flag, true);
    }

    /** The value of a flag that is set. */
    static String set(ColumnShape flag) {
        return value(flag, true);
    }

    private static String value(ColumnShape flag, boolean set) {
        if (type(flag).equals("boolean")) {
            return String.valueOf(set);
        }
        return set ? "1" : "0";
    }

    private static String type(ColumnShape column) {
        return CatalogueTypes.neutral(column).type().postgresql();
    }
}
