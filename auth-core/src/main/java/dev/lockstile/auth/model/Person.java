package dev.lockstile.auth.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What describes a person in few words.
 *
 * @param firstName null when it is not known
 * @param lastName1 null when it is not known
 * @param lastName2 the second last name, where people have two; null when there is none
 * @param birthday null when it is not known
 * @param gender one of the host's own words, such as {@code FEMALE}
 */
public record Person(
        @Nullable String firstName,
        @Nullable String lastName1,
        @Nullable String lastName2,
        @Nullable LocalDate birthday,
        @Nullable String gender) {

    /** A person without any name. */
    public static final Person UNKNOWN = new Person(null, null, null, null, null);

    /** {@return first name and one last name; empty when neither is known} */
    public String displayName() {
        return join(firstName, isBlank(lastName1) ? lastName2 : lastName1);
    }

    /** {@return first name and both last names; empty when none is known} */
    public String fullName() {
        return join(firstName, lastName1, lastName2);
    }

    /** {@return true when the first name and a last name are known} */
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
