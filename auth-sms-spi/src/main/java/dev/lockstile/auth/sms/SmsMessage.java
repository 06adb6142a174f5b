package dev.lockstile.auth.sms;

/**
 * A text message to be sent. The text usually contains a one-time code, so {@code toString} prints the id only (ASVS
 * 16.2.5).
 *
 * <p>The id and the number contain no control characters, so that neither can inject a header or a line (ASVS 1.2.1).
 *
 * @param id random, the same when a message is sent again: the idempotency key
 * @param to the number in E.164 form, such as {@code +525512345678}
 * @param text plain text
 */
public record SmsMessage(String id, String to, String text) {

    /**
     * Checks the values.
     *
     * @param id random, the same when a message is sent again
     * @param to the number in E.164 form
     * @param text plain text
     * @throws IllegalArgumentException when the id or the number is blank or contains a control character
     */
    public SmsMessage {
        requireLine("id", id);
        requireLine("to", to);
    }

    private static void requireLine(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " holds a control character");
        }
    }

    @Override
    public String toString() {
        return "SmsMessage[" + id + "]";
    }
}
