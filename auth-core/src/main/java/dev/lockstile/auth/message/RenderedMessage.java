package dev.lockstile.auth.message;

import org.jspecify.annotations.Nullable;

/**
 * The words of a message in one language, for one channel. Usually holds a code or a link, so it prints nothing.
 *
 * @param subject one line; empty for a text message
 * @param text the plain text, lines ended by LF
 * @param html the same as HTML with every value escaped; null when there is none
 */
public record RenderedMessage(
        String subject, String text, @Nullable String html) {

    /**
     * Checks the subject.
     *
     * @param subject one line; empty for a text message
     * @param text the plain text, lines ended by LF
     * @param html the same as HTML with every value escaped; null when there is none
     * @throws IllegalArgumentException when the subject is more than one line (header injection, ASVS 1.2.1)
     * @throws IllegalArgumentException when the subject is more than one line (header injection, ASVS 1.2.1)
     */
    public RenderedMessage {
        if (subject.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            throw new IllegalArgumentException("the subject is not one line of text");
        }
    }

    @Override
    public String toString() {
        return "RenderedMessage[hidden]";
    }
}
