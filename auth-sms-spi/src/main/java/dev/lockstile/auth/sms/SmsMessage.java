package dev.lockstile.auth.sms;

/**
 * A text message, ready to go. The text usually holds a one-time code, so nothing but the id is ever printed (ASVS
 * 16.2.5).
 *
 * <p>The id and the number hold no control character, so that neither can add a header or a line to whatever a provider
 * builds from it (ASVS 1.2.1).
 *
 * @param id unpredictable, the same when a message is sent again: the idempotency key
 * @param to the number in E.164 form, such as {@code +525512345678}
 * @param text plain text
 */
public record SmsMessage(String id, String to, String text) {

    /**
     * Checks the values.
     *
     * @param id unpredictable, the same when a message is sent again
     * @param to the number in E.164 form
     * @param text plain text
     * @throws IllegalArgumentException when the id or the number is blank or holds a control character
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
