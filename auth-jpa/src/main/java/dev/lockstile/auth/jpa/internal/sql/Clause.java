package dev.lockstile.auth.jpa.internal.sql;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a row, or another part of a statement, for HQL and SQL. */
@FunctionalInterface
public interface Clause {

    void write(StatementText text);

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

    static Clause isNotNull(String attribute) {
        return text -> text.column(attribute).text(" is not null");
    }

    static Clause isAfter(String attribute, Object value) {
        return compare(attribute, " > ", value);
    }

    static Clause isAtMost(String attribute, Object value) {
        return compare(attribute, " <= ", value);
    }

    static Clause isLess(String attribute, Object value) {
        return compare(attribute, " < ", value);
    }

    /** The attribute has no value, or one that is less. */
    static Clause isNullOrLess(String attribute, Object value) {
        return text -> text.text("(")
                .column(attribute)
                .text(" is null or ")
                .column(attribute)
                .text(" < ")
                .value(attribute, value)
                .text(")");
    }

    /** The flag is set, or was not until a moment that is over. */
    static Clause isOrWasUntil(String flag, String until, Object now) {
        return text -> text.text("(")
                .column(flag)
                .text(" = ")
                .value(flag, true)
                .text(" or ")
                .column(until)
                .text(" <= ")
                .value(until, now)
                .text(")");
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

    /** All conditions hold, of which there is at least one. */
    static Clause allOf(List<Clause> conditions) {
        return text -> join(text, "", " and ", conditions);
    }

    /** Writes clauses one after the other, with something before the first and between others. */
    static void join(StatementText text, String first, String others, List<Clause> clauses) {
        String separator = first;
        for (Clause clause : clauses) {
            clause.write(text.text(separator));
            separator = others;
        }
    }

    private static Clause compare(String attribute, String sign, Object value) {
        return text -> text.column(attribute).text(sign).value(attribute, value);
    }
}
