package dev.lockstile.auth.event;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host's listeners, one after the other, on the thread of the flow. */
public final class AuthEvents {

    private static final Logger LOG = LoggerFactory.getLogger(AuthEvents.class);

    private final List<AuthListener> listeners;

    public AuthEvents(List<AuthListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Tells of an event; to be called after the commit. */
    public void tell(AuthEvent event) {
        for (AuthListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed on {}", event.name(), e);
            }
        }
    }
}
