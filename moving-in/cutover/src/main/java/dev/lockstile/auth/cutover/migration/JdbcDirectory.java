package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.source.PeopleLookup;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The old system's own database, with the tables that the preset knows. Give it a pool of few connections with a user
 * that may only read, and the database an index on {@code lower(trim(email))} and its like: it is asked at every
 * sign-in of a person without an account here.
 */
public final class JdbcDirectory implements LegacyDirectory {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PeopleLookup lookup;

    private JdbcDirectory(PeopleLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * {@return a directory that gives up three seconds after a question, the wait for a connection included}
     *
     * @param database the old database, with a user that may read the tables of people
     * @param description what the database is, for messages: without passwords
     */
    public static JdbcDirectory of(DataSource database, String description) {
        return of(database, description, PATIENCE);
    }

    /**
     * {@return a directory with a limit of its own}
     *
     * @param database the old database, with a user that may read the tables of people
     * @param description what the database is, for messages: without passwords
     * @param patience how long one question may take, the wait for a connection included
     */
    public static JdbcDirectory of(DataSource database, String description, Duration patience) {
        return new JdbcDirectory(new PeopleLookup(database, description, patience));
    }

    @Override
    public Answer ask(Question question) {
        String key = question.key();
        return new Answer(key == null ? lookup.openFor(question.names()) : lookup.openFor(typed(key)), null);
    }

    /** A key as databases hold keys: a number, a UUID, or else a text. */
    private static Object typed(String key) {
        if (key.matches("[0-9]{1,18}")) {
            return Long.valueOf(key);
        }
        return key.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(key) : key;
    }
}
