package example.systems;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * An invented user.
 *
 * @param number counted from 1
 * @param id for systems with random keys
 * @param format how the old system keeps the password; a name that the system knows
 * @param open whether the old system lets the person in
 */
record Person(
        int number, UUID id, String first, String last, String email, String password, String format, boolean open) {

    private static final int AT_FULL_COST = Boolean.getBoolean("lockstile.proof") ? 6 : 2;

    private static final List<String> FIRST = List.of(
            "Ida", "Joao", "Mira", "Tomas", "Noor", "Pia", "Elio", "Vera", "Sami", "Lotte", "Bruno", "Aya", "Kofi",
            "Rosa", "Milan", "Dana");
    private static final List<String> LAST = List.of(
            "Alder", "Brook", "Castel", "Dorn", "Ekman", "Falk", "Grau", "Hollis", "Ibsen", "Juarez", "Kerr", "Lund");
    private static final List<String> WORDS =
            List.of("paper", "ladder", "copper", "window", "harbor", "violet", "pepper", "saddle", "winter", "marble");

    /** One in so many is shut out. */
    private static final int CLOSED = 9;

    /** The same people for the same seed; the formats go round. */
    static List<Person> invented(long seed, int count, List<String> formats) {
        Random random = new Random(seed);
        List<Person> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String first = FIRST.get(random.nextInt(FIRST.size()));
            String last = LAST.get(random.nextInt(LAST.size()));
            String password = WORDS.get(random.nextInt(WORDS.size())) + "-" + WORDS.get(random.nextInt(WORDS.size()))
                    + "-" + random.nextInt(1000);
            all.add(new Person(
                    i,
                    new UUID(random.nextLong(), random.nextLong()),
                    first,
                    last,
                    (first + "." + last + i + "@example.org").toLowerCase(Locale.ROOT),
                    password,
                    formats.get(i % formats.size()),
                    i % CLOSED != 0));
        }
        return all;
    }

    String name() {
        return first + " " + last;
    }

    String username() {
        return (first + last + number).toLowerCase(Locale.ROOT);
    }

    /** When the person joined. */
    LocalDateTime joined() {
        return LocalDateTime.of(2019, 3, 1, 8, 30).plusHours(number * 31L);
    }

    /** The first few are kept at the cost that the system really has, the rest at a low one. */
    boolean atFullCost() {
        return number <= AT_FULL_COST;
    }
}
