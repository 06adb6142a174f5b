package dev.lockstile.auth.sms.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered. The body may quote the number and the text, so it is read and never printed (ASVS 16.2.5).
 *
 * @param status the HTTP status
 * @param body at most 64 kB, as text
 * @param retryAfter seconds of the {@code Retry-After} header; null when it sent none, or a date, or nonsense
 */
public record ProviderReply(
        int status, String body, @Nullable Duration retryAfter) {

    /** {@return how long the provider wants to be left alone; empty when it did not say so in seconds} */
    public Optional<Duration> pause() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public String toString() {
        return "ProviderReply[" + status + "]";
    }
}
