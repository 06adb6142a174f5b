package dev.lockstile.auth.field;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field of the host, stored in an attribute of the host's user or profile entity. Give it to {@code AuthBuilder},
 * which refuses names that the library uses.
 *
 * @param name the name in HTTP, in lower snake case, such as {@code tax_id}
 * @param attribute the attribute of the entity; by default the name in camel case
 * @param type the type of the value
 * @param min the minimum of a number, or of a date as days since the epoch; unused for other types
 * @param max the maximum number of characters, the maximum of a number, or of a date as days since the epoch
 * @param isRequired true when it can be neither missing nor empty
 * @param check an additional check by the host; called for values of the right type only, by many threads
 */
public record HostField(
        String name, String attribute, Type type, long min, long max, boolean isRequired, Predicate<Object> check) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** The types of values. */
    public enum Type {
        /** A text on one line, without leading or trailing white space; never empty. */
        TEXT(String.class),
        /** A whole number. */
        NUMBER(Long.class),
        /** True or false. */
        FLAG(Boolean.class),
        /** A day such as {@code 1990-12-31}. */
        DATE(LocalDate.class);

        private final Class<?> java;

        Type(Class<?> java) {
            this.java = java;
        }
    }

    /**
     * {@return an optional field with a text}
     *
     * @param name the name in HTTP, in lower snake case, such as {@code tax_id}
     * @param maxLength maximum number of characters; at most the length of the column
     */
    public static HostField text(String name, int maxLength) {
        return of(name, Type.TEXT, 0, maxLength);
    }

    /**
     * {@return an optional field with a whole number}
     *
     * @param name the name in HTTP, in lower snake case
     * @param min the minimum
     * @param max the maximum
     */
    public static HostField number(String name, long min, long max) {
        return of(name, Type.NUMBER, min, max);
    }

    /**
     * {@return an optional field with true or false}
     *
     * @param name the name in HTTP, in lower snake case, such as {@code tax_id}
     */
    public static HostField flag(String name) {
        return of(name, Type.FLAG, 0, 0);
    }

    /**
     * {@return an optional field with a date of the years 1 to 9999}
     *
     * @param name the name in HTTP, in lower snake case, such as {@code tax_id}
     */
    public static HostField date(String name) {
        return date(name, FIRST_DAY, LAST_DAY);
    }

    /**
     * {@return an optional field with a date within bounds}
     *
     * @param name the name in HTTP, in lower snake case, such as {@code tax_id}
     * @param first the earliest, included
     * @param last the latest, included
     */
    public static HostField date(String name, LocalDate first, LocalDate last) {
        return of(name, Type.DATE, first.toEpochDay(), last.toEpochDay());
    }

    private static HostField of(String name, Type type, long min, long max) {
        return new HostField(name, OwnedNames.camel(name), type, min, max, false, any -> true);
    }

    /** {@return a copy that is required at a registration, or when a profile is added} */
    public HostField required() {
        return new HostField(name, attribute, type, min, max, true, check);
    }

    /**
     * {@return a copy that is stored in another attribute}
     *
     * @param other the attribute of the host's entity
     */
    public HostField inAttribute(String other) {
        return new HostField(name, other, type, min, max, isRequired, check);
    }

    /**
     * Adds a check by the host; a value that fails it is refused as {@code invalid}.
     *
     * @param more receives a {@code String}, {@code Long}, {@code Boolean} or {@code LocalDate}, by the type of the
     *     field
     * @return a copy with this check
     */
    public HostField checkedBy(Predicate<Object> more) {
        return new HostField(name, attribute, type, min, max, isRequired, check.and(more));
    }

    HostColumn column(HostColumn.Owner owner) {
        return new HostColumn(owner, name, attribute, type.java, min, max);
    }

    /**
     * {@return the problem of a value; empty for a valid one}
     *
     * @param value null to clear the field, which a required one refuses
     */
    public Optional<FieldProblem> problem(@Nullable Object value) {
        if (value == null) {
            return isRequired ? Optional.of(FieldProblem.of(name, "required")) : Optional.empty();
        }
        if (!type.java.isInstance(value)) {
            return Optional.of(FieldProblem.of(name, "wrong_type"));
        }
        Optional<FieldProblem> bounds = outOfBounds(value);
        return bounds.isPresent() || check.test(value) ? bounds : Optional.of(FieldProblem.of(name, "invalid"));
    }

    private Optional<FieldProblem> outOfBounds(Object value) {
        if (value instanceof String text) {
            return textProblem(text);
        }
        long measured = value instanceof Long number ? number : value instanceof LocalDate day ? day.toEpochDay() : 0;
        return measured < min || measured > max ? Optional.of(FieldProblem.of(name, "out_of_range")) : Optional.empty();
    }

    private Optional<FieldProblem> textProblem(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(FieldProblem.of(name, text.isBlank() ? "required" : "invalid_characters"));
        }
        return text.length() > max
                ? Optional.of(new FieldProblem(name, "too_long", Map.of("max", max)))
                : Optional.empty();
    }
}
