package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.model.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The host's own words for the gender of a person.
 *
 * @param words none where any text will do
 */
public record Genders(List<String> words) {

    /** Any text. */
    public static final Genders ANY = new Genders(List.of());

    private static final int LONGEST = 50;

    /** These, without those named twice. @throws IllegalArgumentException for a word that the column does not hold */
    public static Genders of(String... words) {
        for (String word : words) {
            if (word.isBlank() || word.length() > LONGEST) {
                throw new IllegalArgumentException("a gender has 1 to " + LONGEST + " characters");
            }
        }
        return new Genders(Stream.of(words).distinct().toList());
    }

    /** Nothing for no gender at all. */
    public Optional<FieldProblem> problem(@Nullable String gender) {
        return gender == null || words.isEmpty() || words.contains(gender)
                ? Optional.empty()
                : Optional.of(FieldProblem.of("gender", "unknown_choice"));
    }

    /** The same for a change; what is stored may stay. */
    public Optional<FieldProblem> problem(@Nullable String gender, @Nullable String stored) {
        return gender != null && gender.equals(stored) ? Optional.empty() : problem(gender);
    }
}
