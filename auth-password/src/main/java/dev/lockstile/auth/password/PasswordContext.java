package dev.lockstile.auth.password;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is publicly known about the owner of a new password, so that a password made of it is refused (ASVS 6.2.11).
 *
 * @param email the owner's e-mail address, if any
 * @param phone the owner's phone number, if any
 * @param username the owner's user name, if any
 * @param words further words: the person's name, the product's name; the service words of the settings always count
 */
public record PasswordContext(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String username,
        List<String> words) {

    /**
     * Copies the list.
     *
     * @param email the owner's e-mail address, if any
     * @param phone the owner's phone number, if any
     * @param username the owner's user name, if any
     * @param words further words, such as the person's name
     */
    public PasswordContext {
        words = List.copyOf(words);
    }

    /** {@return a context of which nothing is known, as in a tool that checks a bare password} */
    public static PasswordContext none() {
        return new PasswordContext(null, null, null, List.of());
    }

    @Override
    public String toString() {
        return "PasswordContext[hidden]";
    }
}
