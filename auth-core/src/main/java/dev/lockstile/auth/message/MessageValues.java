package dev.lockstile.auth.message;

import java.util.Set;

/** The names of the values a message is made of. */
public final class MessageValues {

    /** Name of the service, as its users know it. */
    public static final String SERVICE = "service";

    /** A one-time code. Secret. */
    public static final String CODE = "code";

    /** A link with a token in it, made from the host's configured address and nothing else. Secret. */
    public static final String LINK = "link";

    /** For how many minutes the code or link is good: a whole number, at least 1. */
    public static final String MINUTES = "minutes";

    /** How the person wants to be called. Text of a user: a template escapes it for the output it writes. */
    public static final String NAME = "name";

    /** {@code true} when the requested user name was taken and the account goes without one. */
    public static final String USERNAME_DROPPED = "username_dropped";

    /** Which identifier changed: a name of {@link dev.lockstile.auth.model.IdentifierKind}. */
    public static final String KIND = "kind";

    private static final Set<String> SHOWN = Set.of(SERVICE, MINUTES, NAME, USERNAME_DROPPED, KIND);

    private MessageValues() {}

    /**
     * {@return whether the value must not be written to a log} What is not known to be harmless is secret, so that a
     * value a host adds of its own is not printed by mistake.
     *
     * @param name of a value
     */
    public static boolean isSecret(String name) {
        return !SHOWN.contains(name);
    }
}
