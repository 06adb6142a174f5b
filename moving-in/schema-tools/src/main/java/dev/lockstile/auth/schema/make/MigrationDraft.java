package dev.lockstile.auth.schema.make;

import java.util.List;

/**
 * A change file that could be written.
 *
 * @param steps what it does, in order, a few words each
 * @param questions what the host has to say first; while there is one, {@code text} is empty
 * @param notes what is left as it is, for the host to know
 * @param path of the file, as the class path names it
 * @param text of the file; empty when there is nothing to do
 */
public record MigrationDraft(List<String> steps, List<String> questions, List<String> notes, String path, String text) {

    /**
     * Copies the lists.
     *
     * @param steps what it does, in order, a few words each
     * @param questions what the host has to say first
     * @param notes what is left as it is, for the host to know
     * @param path of the file, as the class path names it
     * @param text of the file; empty when there is nothing to do
     */
    public MigrationDraft {
        steps = List.copyOf(steps);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }

    /** {@return true when the entities fit and there is nothing to write} */
    public boolean isEmpty() {
        return steps.isEmpty() && questions.isEmpty();
    }
}
