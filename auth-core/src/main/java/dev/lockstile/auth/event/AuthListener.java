package dev.lockstile.auth.event;

/**
 * Hears what happened, after it was committed. An exception it throws is logged and changes nothing.
 *
 * <p>As a {@code listener} of the builder it is called by one thread of its own, one event after the other, some time
 * after the answer; what it cannot keep up with is dropped, so it is for metrics, alarms and mails of the host. As an
 * {@code audit} it is called by the threads of the flows, many at once, before the answer.
 */
@FunctionalInterface
public interface AuthListener {

    /**
     * Hears of an event.
     *
     * @param event what happened; holds no secret and no full identifier
     */
    void on(AuthEvent event);
}
