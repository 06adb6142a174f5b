package dev.lockstile.auth.jpa.host;

import java.util.List;
import java.util.stream.Collectors;

/** The host's entities do not fit. Names every problem at once, each with its id and the line that mends it. */
public final class HostModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Says all of it in its message.
     *
     * @param problems at least one; the message lists them all
     */
    public HostModelException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "the host model does not fit:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** {@return all that is wrong, in the order in which it was found} */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong with the host's entities.
     *
     * @param id stable id, such as {@code JPA-02}
     * @param what what is wrong, with the names of the classes
     * @param fix the line to write
     */
    public record Problem(String id, String what, String fix) {

        @Override
        public String toString() {
            return id + ": " + what + "\n    write: " + fix;
        }
    }
}
