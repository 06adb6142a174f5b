package dev.lockstile.auth.field;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One field of the host's own, kept in an attribute of the host's user or profile entity. Give it to
 * {@code AuthBuilder}, which refuses names that the library owns.
 *
 * @param name the name on the wire in lower snake case, such as {@code tax_id}
 * @param attribute the attribute of the entity; the name in camel case unless told otherwise
 * @param type what a value may be
 * @param min the least number, or the first day since the epoch; of no meaning otherwise
 * @param max the most characters, the greatest number, or the last day since the epoch
 * @param isRequired true when it may be neither missing nor emptied
 * @param check what the host demands beside; asked for values of the right type alone, from many threads
 */
public record HostField(
        String name, String attribute, Type type, long min, long max, boolean isRequired, Predicate<Object> check) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** What a value is. */
    public enum Type {
        /** A text on one line, without outer white space; never empty. */
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
     * {@return a field with a text, which may be missing}
     *
     * @param name the name on the wire in lower snake case, such as {@code tax_id}
     * @param maxLength the most characters; no longer than the column
     */
    public static HostField text(String name, int maxLength) {
        return of(name, Type.TEXT, 0, maxLength);
    }

    /**
     * {@return a field with a whole number, which may be missing}
     *
     * @param name the name on the wire in lower snake case
     * @param min the least, included
     * @param max the greatest, included
     */
    public static HostField number(String name, long min, long max) {
        return of(name, Type.NUMBER, min, max);
    }

    /**
     * {@return a field with true or false, which may be missing}
     *
     * @param name the name on the wire in lower snake case, such as {@code tax_id}
     */
    public static HostField flag(String name) {
        return of(name, Type.FLAG, 0, 0);
    }

    /**
     * {@return a field with a day of the years 1 to 9999, which may be missing}
     *
     * @param name the name on the wire in lower snake case, such as {@code tax_id}
     */
    public static HostField date(String name) {
        return date(name, FIRST_DAY, LAST_DAY);
    }

    /**
     * {@return a field with a day within these bounds, which may be missing}
     *
     * @param name the name on the wire in lower snake case, such as {@code tax_id}
     * @param first the earliest, included
     * @param last the latest, included
     */
    public static HostField date(String name, LocalDate first, LocalDate last) {
        return of(name, Type.DATE, first.toEpochDay(), last.toEpochDay());
    }

    private static HostField of(String name, Type type, long min, long max) {
        return new HostField(name, OwnedNames.camel(name), type, min, max, false, any -> true);
    }

    /** {@return the same, not to be left out: at a registration, or when a profile is added} */
    public HostField required() {
        return new HostField(name, attribute, type, min, max, true, check);
    }

    /**
     * {@return a copy in an attribute of another name}
     *
     * @param other the attribute of the host's entity
     */
    public HostField inAttribute(String other) {
        return new HostField(name, other, type, min, max, isRequired, check);
    }

    /**
     * The same with a check of the host's beside the others; a value that fails is refused as {@code invalid}.
     *
     * @param more is given a {@code String}, {@code Long}, {@code Boolean} or {@code LocalDate}, as the type says
     * @return the same with this check
     */
    public HostField checkedBy(Predicate<Object> more) {
        return new HostField(name, attribute, type, min, max, isRequired, check.and(more));
    }

    HostColumn column(HostColumn.Owner owner) {
        return new HostColumn(owner, name, attribute, type.java, min, max);
    }

    /**
     * {@return what is wrong with a value; empty when nothing is}
     *
     * @param value null empties the field, which a required one refuses
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
