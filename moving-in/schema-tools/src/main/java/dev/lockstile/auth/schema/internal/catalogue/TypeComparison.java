package dev.lockstile.auth.schema.internal.catalogue;

import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.sql.TypeNames;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a type that a database has with one that an entity wants, by what that database itself calls the two. */
public final class TypeComparison {

    private static final Pattern SIZED = Pattern.compile("(.+)\\((\\d+)(?:,(\\d+))?\\)");
    private static final Set<String> LONG_TEXT =
            Set.of("text", "character large object", "clob", "longtext", "varchar", "character varying");

    private final TypeNames names;
    private final Function<SqlType, String> word;

    /** {@code word}: which of the spellings that database reads. */
    public TypeComparison(TypeNames names, Function<SqlType, String> word) {
        this.names = names;
        this.word = word;
    }

    /** What becomes of the values if the column gets the wanted type. */
    public enum Change {
        SAME,
        /** Every value fits, and none is written anew. */
        WIDER,
        /** Some value may not fit. */
        NARROWER,
        /** Every row is written anew. */
        OTHER
    }

    /** Whether that database is MariaDB, whose times have no zone. */
    public boolean isMariaDb() {
        return word.apply(new SqlType("h2", "postgresql", "mariadb")).equals("mariadb");
    }

    /** What it takes to get from the type of the catalogue to the wanted one. */
    public Change compare(String actual, SqlType wanted) {
        String want = canonical(word.apply(wanted));
        if (actual.equals(want)) {
            return Change.SAME;
        }
        Matcher from = SIZED.matcher(actual);
        Matcher to = SIZED.matcher(want);
        if (from.matches() && to.matches() && from.group(1).equals(to.group(1))) {
            return sizes(from, to);
        }
        if (isText(actual) && isText(want)) {
            return LONG_TEXT.contains(want) ? Change.WIDER : Change.NARROWER;
        }
        return Change.OTHER;
    }

    private static Change sizes(Matcher from, Matcher to) {
        if (from.group(3) != null && !from.group(3).equals(to.group(3))) {
            return Change.OTHER;
        }
        return Integer.parseInt(to.group(2)) > Integer.parseInt(from.group(2)) ? Change.WIDER : Change.NARROWER;
    }

    private static boolean isText(String type) {
        return LONG_TEXT.contains(type) || type.startsWith("character varying(") || type.startsWith("varchar(");
    }

    private String canonical(String written) {
        try {
            return names.canonical(written);
        } catch (SQLException e) {
            throw new SchemaException("no type " + written + " on the comparison database: " + e.getMessage(), e);
        }
    }
}
