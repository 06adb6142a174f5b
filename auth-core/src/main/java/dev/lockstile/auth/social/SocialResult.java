package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something about accounts at other sites ended.
 *
 * @param <T> what there is when it is done
 */
public sealed interface SocialResult<T> {

    /**
     * It is done, or this is what there is.
     *
     * @param <T> what there is
     * @param value what was asked for, or what there is now
     */
    record Done<T>(T value) implements SocialResult<T> {}

    /**
     * Nothing changed.
     *
     * @param <T> what there would be
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     */
    record Refused<T>(SocialRefusal why, @Nullable Instant retryAt) implements SocialResult<T> {}
}
