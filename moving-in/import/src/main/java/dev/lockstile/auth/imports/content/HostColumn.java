package dev.lockstile.auth.imports.content;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.Locale;

/**
 * A column of a host's table, as the driver describes it.
 *
 * @param name as the database spells it
 * @param type of {@link Types}
 * @param typeName the database's own name of the type, in lower case
 * @param size the most characters or digits
 * @param decimals the digits of a number after its point
 * @param required true when a row without a value is refused
 */
record HostColumn(String name, int type, String typeName, int size, int decimals, boolean required) {

    /** The most digits of a number with bounds. For one without, PostgreSQL reports a larger size, or none. */
    private static final int MOST_DIGITS = 100_000;

    boolean isText() {
        return type == Types.VARCHAR
                || type == Types.CHAR
                || type == Types.LONGVARCHAR
                || type == Types.NVARCHAR
                || type == Types.NCHAR
                || type == Types.LONGNVARCHAR
                || type == Types.CLOB
                || type == Types.NCLOB;
    }

    boolean isJson() {
        return typeName.startsWith("json");
    }

    boolean isUuid() {
        return typeName.equals("uuid");
    }

    boolean isZoned() {
        return type == Types.TIMESTAMP_WITH_TIMEZONE || typeName.equals("timestamptz");
    }

    /** Returns true for a text that the column would cut off. A text column without bounds has a huge size, or none. */
    boolean isShorterThan(String text) {
        return size > 0 && text.codePointCount(0, text.length()) > size;
    }

    /** Returns true when the database would round that number. */
    boolean isRounding(BigDecimal number) {
        boolean bounded = size > 0 && size <= MOST_DIGITS && !typeName.equals("decfloat");
        return bounded && number.scale() > decimals;
    }

    /** Returns the parameter marker for this type. */
    String mark(String product) {
        if (product.equals("PostgreSQL") && (isJson() || type == Types.OTHER || isEnum())) {
            return "cast(? as " + typeName + ")";
        }
        return product.equals("H2") && isJson() ? "? format json" : "?";
    }

    private boolean isEnum() {
        return type == Types.VARCHAR && !typeName.matches("varchar|text|bpchar|char|name|citext");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
