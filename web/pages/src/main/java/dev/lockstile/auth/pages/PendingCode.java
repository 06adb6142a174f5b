package dev.lockstile.auth.pages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code that was requested and is to be entered on the next page, kept in a cookie in the meantime. It holds nothing
 * that the person did not type or that opens anything: the challenge id without the code is worth nothing.
 *
 * @param kind {@code email} or {@code phone}
 * @param contact as the person typed it
 * @param challenge names the code; null when it came without the person asking here
 * @param atSecond when the code was requested
 */
record PendingCode(String kind, String contact, @Nullable String challenge, long atSecond) {

    static final Duration LIFE = Duration.ofMinutes(15);
    private static final int PARTS = 4;

    static Optional<PendingCode> read(Cookies cookies, String name) {
        return cookies.text(name).flatMap(PendingCode::ofText);
    }

    /** Empty for the value of a cookie that is none of ours. */
    static Optional<PendingCode> of(String value) {
        return Cookies.decoded(value).flatMap(PendingCode::ofText);
    }

    private static Optional<PendingCode> ofText(String text) {
        String[] parts = text.split("\n", -1);
        try {
            return parts.length != PARTS
                    ? Optional.empty()
                    : Optional.of(new PendingCode(
                            parts[0], parts[1], parts[2].isEmpty() ? null : parts[2], Long.parseLong(parts[3])));
        } catch (NumberFormatException e) { // not one of ours
            return Optional.empty();
        }
    }

    void keep(Cookies cookies, String name) {
        cookies.set(name, text(), LIFE);
    }

    /** As a cookie keeps it. */
    String text() {
        String text =
                String.join("\n", List.of(kind, contact, challenge == null ? "" : challenge, String.valueOf(atSecond)));
        return Cookies.encoded(text);
    }

    /** Seconds until another code may be asked for; 0 when it may be now. */
    long secondsLeft(Duration cooldown, long nowSecond) {
        return Math.max(0, Math.min(cooldown.toSeconds(), atSecond + cooldown.toSeconds() - nowSecond));
    }
}
