package dev.lockstile.auth.event;

/**
 * Receives events after their commit. Exceptions that it throws are logged and have no other effect.
 *
 * <p>A {@code listener} of the builder is called by one dedicated thread, one event at a time, some time after the
 * answer. Events are dropped when it is too slow, so it is suited to metrics, alarms and the host's mails. An
 * {@code audit} is called on the calling threads, by many at once, before the answer.
 */
@FunctionalInterface
public interface AuthListener {

    /**
     * Receives an event.
     *
     * @param event the event; contains no secret and no full identifier
     */
    void on(AuthEvent event);
}
