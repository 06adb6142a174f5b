package dev.lockstile.auth.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The detail of an entry of the trail in its parts.
 *
 * @param what was done, or how and why; empty for nothing
 * @param values behind it in brackets, such as a role and the one before; null for none
 * @param reference why staff did it, as they wrote it; null for none
 */
record EventDetail(
        String what, @Nullable String values, @Nullable String reference) {

    /** By staff of the service or by the host's own code, with or without a reason. */
    private static final Pattern BY = Pattern.compile("(?:(.*?),? )?by (?:user \\S+, session [^:]*(?:: (.*))?"
            + "|(?:an administrator|user \\S+): (.*?)(?: \\(by user \\S+\\))?(?:, session \\S+)?)");

    private static final Pattern VALUES = Pattern.compile("(.+?) \\((.*)\\)");

    static EventDetail of(@Nullable String detail) {
        String text = detail == null ? "" : detail;
        EventDetail inBrackets = apart(text);
        Matcher by = BY.matcher(text);
        if (inBrackets.reference == null && by.matches()) {
            EventDetail done = apart(by.group(1) == null ? "" : by.group(1));
            return new EventDetail(done.what, done.values, by.group(2) == null ? by.group(3) : by.group(2));
        }
        return inBrackets;
    }

    private static EventDetail apart(String text) {
        Matcher values = VALUES.matcher(text);
        if (!values.matches()) {
            return new EventDetail(text, null, null);
        }
        Matcher by = BY.matcher(values.group(2));
        return by.matches()
                ? new EventDetail(values.group(1), by.group(1), by.group(3))
                : new EventDetail(values.group(1), values.group(2), null);
    }
}
