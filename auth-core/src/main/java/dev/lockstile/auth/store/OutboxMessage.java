package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import java.time.Instant;

/**
 * A message on its way out.
 *
 * @param id unpredictable, and the provider's idempotency key
 * @param channel by which it leaves
 * @param recipient the stored address or number of the person
 * @param template name of the template
 * @param language BCP 47 tag
 * @param sealed the template's values, encrypted: codes and links are in here
 * @param tries sends that were begun so far
 * @param createdAt when it was put in
 * @param expiresAt never sent from this instant on
 */
public record OutboxMessage(
        String id,
        Channel channel,
        String recipient,
        String template,
        String language,
        String sealed,
        int tries,
        Instant createdAt,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "OutboxMessage[" + id + ", " + channel + ", " + template + "]";
    }
}
