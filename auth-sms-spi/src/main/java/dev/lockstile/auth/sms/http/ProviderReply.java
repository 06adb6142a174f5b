package dev.lockstile.auth.sms.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider's answer. The body may quote the number and the text, so {@code toString} does not print it (ASVS 16.2.5).
 *
 * @param status the HTTP status
 * @param body at most 64 kB, as text
 * @param retryAfter seconds of the {@code Retry-After} header; null for none, for a date and for an invalid value
 */
public record ProviderReply(
        int status, String body, @Nullable Duration retryAfter) {

    /** {@return the pause requested by the provider in seconds; empty for none} */
    public Optional<Duration> pause() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public String toString() {
        return "ProviderReply[" + status + "]";
    }
}
