package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvents;
import dev.lockstile.auth.store.AuthStore;

/** All that stands before the flows. */
public record Doors(Throttles throttles, GuessDoor guesses, SmsDoor texts, KnownPlaces places, RefreshDoor refreshes) {

    /** The doors on one set of counters. */
    public static Doors of(Throttles throttles, IdentifierRules identifiers, AuthEvents events, AuthStore store) {
        return new Doors(
                throttles,
                new GuessDoor(throttles, identifiers, events),
                new SmsDoor(throttles, events),
                new KnownPlaces(store),
                new RefreshDoor(throttles));
    }
}
