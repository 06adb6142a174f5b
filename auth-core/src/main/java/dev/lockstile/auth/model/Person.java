package dev.lockstile.auth.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What describes a person in few words.
 *
 * @param gender one of the host's own words, such as {@code FEMALE}
 */
public record Person(
        @Nullable String firstName,
        @Nullable String lastName1,
        @Nullable String lastName2,
        @Nullable LocalDate birthday,
        @Nullable String gender) {

    /** Nobody in particular. */
    public static final Person UNKNOWN = new Person(null, null, null, null, null);

    /** First name and one last name. */
    public String displayName() {
        return join(firstName, isBlank(lastName1) ? lastName2 : lastName1);
    }

    /** First name and both last names. */
    public String fullName() {
        return join(firstName, lastName1, lastName2);
    }

    /** True when the first name and a last name are known. */
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
