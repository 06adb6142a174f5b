package dev.lockstile.auth.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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
        String value = cookies.get(name);
        return value == null ? Optional.empty() : of(value);
    }

    /** Empty for a text that is none of ours. */
    static Optional<PendingCode> of(String value) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", -1);
            return parts.length != PARTS
                    ? Optional.empty()
                    : Optional.of(new PendingCode(
                            parts[0], parts[1], parts[2].isEmpty() ? null : parts[2], Long.parseLong(parts[3])));
        } catch (IllegalArgumentException e) { // not one of ours
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
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seconds until another code may be asked for; 0 when it may be now. */
    long secondsLeft(Duration cooldown, long nowSecond) {
        return Math.max(0, Math.min(cooldown.toSeconds(), atSecond + cooldown.toSeconds() - nowSecond));
    }
}
