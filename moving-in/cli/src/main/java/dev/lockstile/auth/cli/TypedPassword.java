package dev.lockstile.auth.cli;

import dev.lockstile.auth.secret.Secret;
import java.io.Console;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A password that a command asks for on the terminal.
 *
 * @param console null where there is no terminal
 * @param variable the environment variable that may hold the password instead
 */
record TypedPassword(@Nullable Console console, String variable) {

    /** @throws IllegalArgumentException where there is no terminal, or its input has ended */
    Secret read(String prompt) {
        char[] typed = console == null ? null : console.readPassword(prompt);
        if (typed == null) {
            throw new IllegalArgumentException(
                    "no terminal to ask for the password: set the environment variable " + variable);
        }
        try {
            return Secret.of(new String(typed));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }
}
