package dev.lockstile.auth.schema.make;

import java.util.List;

/**
 * A change file that could be written.
 *
 * @param comparison what it is made of; while it has questions, {@code text} is empty
 * @param path of the file, as the class path names it
 * @param text of the file; empty when there is nothing to do
 */
public record MigrationDraft(Comparison comparison, String path, String text) {

    /** {@return true when the entities fit and there is nothing to write} */
    public boolean isEmpty() {
        return comparison.isEqual();
    }

    /** {@return what the host has to say first} */
    public List<String> questions() {
        return comparison.questions();
    }
}
