package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an event of a provider was received. */
public sealed interface SocialEventResult {

    /**
     * It is believed, and what it asks for is done; the same for an account that nobody here has.
     *
     * @param repeated true for a token that was received before: nothing was done
     */
    record Accepted(boolean repeated) implements SocialEventResult {}

    /**
     * Nothing changed.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     */
    record Refused(SocialEventRefusal why, @Nullable Instant retryAt) implements SocialEventResult {}
}
