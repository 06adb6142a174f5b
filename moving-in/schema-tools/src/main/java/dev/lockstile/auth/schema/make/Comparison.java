package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;

/**
 * Where the entities and the changelog differ.
 *
 * @param steps what a change file has to do, in order
 * @param questions what the host has to say first; while there is one no file is written
 * @param notes what is left as it is, for the host to know
 */
record Comparison(List<Step> steps, List<String> questions, List<String> notes) {

    Comparison {
        steps = List.copyOf(steps);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }
}
