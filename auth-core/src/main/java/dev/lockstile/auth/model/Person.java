package dev.lockstile.auth.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Personal data of a profile.
 *
 * @param firstName null when unknown
 * @param lastName1 the first family name; null when unknown
 * @param lastName2 the second family name, as in Spanish names; null when there is none
 * @param birthday null when unknown
 * @param gender a value that the host defines, such as {@code FEMALE}; null when unknown
 */
public record Person(
        @Nullable String firstName,
        @Nullable String lastName1,
        @Nullable String lastName2,
        @Nullable LocalDate birthday,
        @Nullable String gender) {

    /** A person of whom nothing is known. */
    public static final Person UNKNOWN = new Person(null, null, null, null, null);

    /** {@return the first name and one family name; empty when both are unknown} */
    public String displayName() {
        return join(firstName, isBlank(lastName1) ? lastName2 : lastName1);
    }

    /** {@return the first name and both family names; empty when all are unknown} */
    public String fullName() {
        return join(firstName, lastName1, lastName2);
    }

    /** {@return true when the first name and a family name are known} */
    public boolean isComplete() {
        return !isBlank(firstName) && !(isBlank(lastName1) && isBlank(lastName2));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String join(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
