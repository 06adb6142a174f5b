package dev.lockstile.auth.password;

import java.util.Locale;
import java.util.Map;

/**
 * One reason to refuse a new password. It may be shown to the person who typed it; it never holds the password.
 *
 * @param code which rule
 * @param params figures for the message, for instance {@code min} or {@code max}; texts and numbers only
 */
public record PasswordProblem(Code code, Map<String, Object> params) {

    /**
     * Copies the map.
     *
     * @param code which rule
     * @param params figures for the message, by name
     */
    public PasswordProblem {
        params = Map.copyOf(params);
    }

    /**
     * {@return a problem without figures}
     *
     * @param code which rule
     */
    public static PasswordProblem of(Code code) {
        return new PasswordProblem(code, Map.of());
    }

    /** The rules. The texts of {@link #text()} are stable: clients may translate by them. */
    public enum Code {
        /** Fewer code points than {@code min}. */
        TOO_SHORT,
        /** More code points than {@code max}, or more UTF-8 bytes than {@code maxBytes}. */
        TOO_LONG,
        /** Not well-formed Unicode text (a lone surrogate), which no two systems encode alike. */
        MALFORMED,
        /** In the list of the commonest passwords, or one of them with some decoration. */
        TOO_COMMON,
        /** Made of the owner's e-mail address, phone number, user name, or of the service's name. */
        CONTEXT,
        /** Seen in a breach of some other service; {@code timesSeen} says how often. */
        BREACHED,
        /** The breach source is out of reach and the settings say to refuse then. */
        BREACH_CHECK_UNAVAILABLE;

        /** {@return the stable name on the wire, in lower snake case} */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
