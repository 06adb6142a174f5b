package dev.lockstile.auth.email;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail to be sent. The bodies usually contain a one-time code or a link, so {@code toString} prints the id only
 * (ASVS 16.2.5).
 *
 * <p>Values for headers (id, address, subject) contain no control characters, so that none can inject a header or a
 * recipient (ASVS 1.2.1; RFC 5322 2.2). The address is a single one, without a comma or semicolon.
 *
 * @param id random, the same when a message is sent again: the idempotency key
 * @param to one address without a display name
 * @param subject one line of text
 * @param text the plain text body, lines ended by LF
 * @param html the HTML body, already escaped; null for a message in plain text only
 */
public record EmailMessage(
        String id,
        String to,
        String subject,
        String text,
        @Nullable String html) {

    /**
     * Checks the values.
     *
     * @param id random, the same when a message is sent again
     * @param to one address without a display name
     * @param subject one line of text
     * @param text the plain text body, lines ended by LF
     * @param html the HTML body; null for a message in plain text only
     * @throws IllegalArgumentException when a value is not allowed in a header, or the address is not a single one
     */
    public EmailMessage {
        requireLine("id", id);
        requireLine("to", to);
        requireLine("subject", subject);
        if (to.indexOf('@') < 1 || to.chars().anyMatch(EmailMessage::splitsAddresses)) {
            throw new IllegalArgumentException("to is not one plain address");
        }
    }

    private static boolean splitsAddresses(int c) {
        return c == ',' || c == ';' || c == '<' || c == '>' || Character.isWhitespace(c);
    }

    private static void requireLine(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (value.chars().anyMatch(EmailMessage::endsLine)) {
            throw new IllegalArgumentException(what + " holds a control character or a line separator");
        }
    }

    private static boolean endsLine(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    @Override
    public String toString() {
        return "EmailMessage[" + id + "]";
    }
}
