package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one person is looked for in an old system. Called outside of any transaction, by many threads at once; has to
 * give up by itself after a time that a person would wait, counted from the question to the last byte of the answer:
 * one that waits for ever holds one of 16 permits for ever.
 */
public interface LegacyDirectory {

    /**
     * {@return the rows that may be the person's} The caller closes the source.
     *
     * @param question whom to look for
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the old system does not answer
     * @throws dev.lockstile.auth.imports.source.PeopleLookup.TooLargeException when it found more rows than are read
     */
    Answer ask(Question question);

    /**
     * {@return true when an answer holds all users who share a name with the person, so that no second look is needed}
     */
    default boolean answersWhole() {
        return false;
    }

    /**
     * Who is looked for.
     *
     * @param names the sign-in names, in canonical form
     * @param key the old key instead of names; null where names are given
     * @param password for a system that checks it itself; null when the person did not type one
     */
    record Question(
            List<Identifier> names,
            @Nullable String key,
            @Nullable Secret password) {

        /**
         * Copies the names.
         *
         * @param names the sign-in names
         * @param key the old key instead of names; null where names are given
         * @param password what the person typed; null for nothing
         */
        public Question {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return "Question[hidden]";
        }
    }

    /**
     * What was found.
     *
     * @param rows few rows; none for an unknown name
     * @param passwordMatches what the old system says of the password; null when its hash is among the rows
     */
    record Answer(Source rows, @Nullable Boolean passwordMatches) implements AutoCloseable {
        @Override
        public void close() {
            rows.close();
        }
    }
}
