package dev.lockstile.auth;

import java.util.List;

/** The library is wired wrongly. Names every problem at once, each with the way out. */
public final class AuthSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Names the problems, one line each.
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
