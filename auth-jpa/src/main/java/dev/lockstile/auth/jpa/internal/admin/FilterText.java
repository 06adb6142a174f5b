package dev.lockstile.auth.jpa.internal.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Values of a filter from what a person typed. */
final class FilterText {

    private static final Map<Class<?>, Class<?>> BOXED =
            Map.of(long.class, Long.class, int.class, Integer.class, boolean.class, Boolean.class);

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            String.class, text -> text,
            Long.class, Long::valueOf,
            Integer.class, Integer::valueOf,
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse);

    private FilterText() {}

    static Class<?> boxed(Class<?> type) {
        return BOXED.getOrDefault(type, type);
    }

    /** Whether texts stand for values of a type. */
    static boolean reads(Class<?> type) {
        return READERS.containsKey(type) || type == Boolean.class || type.isEnum();
    }

    /** Empty for a text that stands for no value of the type. */
    static Optional<Object> read(String text, Class<?> type) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(text))
                    .map(Object.class::cast)
                    .findFirst();
        }
        if (type == Boolean.class) {
            return Stream.of(true, false)
                    .filter(truth -> truth.toString().equalsIgnoreCase(text))
                    .map(Object.class::cast)
                    .findFirst();
        }
        try {
            return Optional.ofNullable(READERS.get(type)).map(reader -> reader.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException noValue) {
            return Optional.empty();
        }
    }
}
