package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.model.FieldProblem;
import java.util.List;

/** A request whose body or fields are wrong. It carries names and codes, never what the client sent. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    /** @param problems none means that the body as a whole is malformed */
    public InvalidInputException(List<FieldProblem> problems) {
        super("invalid input", null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, field by field. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
