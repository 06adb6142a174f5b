package example.systems;

import java.util.List;

/** A well-known system: its tables by its public definitions, and the statements by which it writes them. */
interface OldSystem {

    /** The preset of its import. */
    String preset();

    /** What is said to the takeover besides the package. */
    default List<String> takeover() {
        return List.of();
    }

    /** What is said to the import besides the source. */
    default List<String> importing() {
        return List.of("--preset", preset(), "--in-place");
    }

    List<String> schema(Home home);

    /** The ways in which it keeps passwords, each by a name of its own. */
    List<String> formats();

    /** What it writes for a new user. */
    List<Write> joins(Person person, Home home);

    /** What it writes about a user later: a sign-in, a changed name, a forgotten password. */
    List<Write> goesOn(Person person, Home home);

    /** What the person types to sign in. */
    default String login(Person person) {
        return person.email();
    }

    /** Whether the person is let in. */
    default boolean lets(Person person) {
        return person.open();
    }
}
