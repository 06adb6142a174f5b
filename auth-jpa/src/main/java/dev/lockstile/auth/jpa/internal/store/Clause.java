package dev.lockstile.auth.jpa.internal.store;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A condition on a row, for an update in whatever language. */
@FunctionalInterface
interface Clause {

    void write(UpdateText text);

    /** The attribute has that value, or with null none. */
    static Clause is(String attribute, @Nullable Object value) {
        return value == null ? isNull(attribute) : compare(attribute, " = ", value);
    }

    static Clause isNot(String attribute, Object value) {
        return compare(attribute, " <> ", value);
    }

    static Clause isNull(String attribute) {
        return text -> text.column(attribute).text(" is null");
    }

    static Clause isAfter(String attribute, Object value) {
        return compare(attribute, " > ", value);
    }

    static Clause isAtMost(String attribute, Object value) {
        return compare(attribute, " <= ", value);
    }

    /** The attribute and so many more are less than the other attribute. */
    static Clause isBelow(String attribute, int more, String other) {
        return text -> text.column(attribute)
                .text(" + ")
                .value(attribute, more)
                .text(" < ")
                .column(other);
    }

    /** The attribute has one of these values, of which there is at least one. */
    static Clause isOneOf(String attribute, Collection<?> values) {
        return text -> {
            String separator = " in (";
            text.column(attribute);
            for (Object value : values) {
                text.text(separator).value(attribute, value);
                separator = ", ";
            }
            text.text(")");
        };
    }

    private static Clause compare(String attribute, String sign, Object value) {
        return text -> text.column(attribute).text(sign).value(attribute, value);
    }
}
