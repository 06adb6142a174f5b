package dev.lockstile.auth;

import java.util.List;

/** The library is configured wrongly. The exception names every problem, each with its fix. */
public final class AuthSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Creates the exception; its message has one line for each problem.
     *
     * @param problems each as {@code id: what is wrong, and what to do}; no secret in them
     */
    public AuthSetupException(List<String> problems) {
        super("Lockstile cannot start:\n - " + String.join("\n - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return each problem as {@code id: what is wrong, and what to do}} */
    public List<String> problems() {
        return problems;
    }
}
