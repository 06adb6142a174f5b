package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How something about accounts at other sites ended. */
public sealed interface SocialResult<T> {

    /** It is done, or this is what there is. */
    record Done<T>(T value) implements SocialResult<T> {}

    /**
     * Nothing changed.
     *
     * @param retryAt when to try again, where that helps
     */
    record Refused<T>(SocialRefusal why, @Nullable Instant retryAt) implements SocialResult<T> {}
}
