package dev.lockstile.auth.internal.throttle;

import java.util.Optional;

/** What is known of a client; finding out costs a query, so it is asked only when it matters. */
public interface ClientRecognition {

    /** Nothing. */
    ClientRecognition STRANGER = new ClientRecognition() {
        @Override
        public Optional<String> device() {
            return Optional.empty();
        }

        @Override
        public boolean isOnKnownNetwork() {
            return false;
        }
    };

    /** By what failures on the owner's device are counted; empty unless the client shows that it is one. */
    Optional<String> device();

    /** Whether the owner signed in from the client's network before. */
    boolean isOnKnownNetwork();
}
