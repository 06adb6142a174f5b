package dev.lockstile.auth.event;

/** Hears what happened, after it was committed. An exception it throws is logged and changes nothing. */
@FunctionalInterface
public interface AuthListener {

    void on(AuthEvent event);
}
