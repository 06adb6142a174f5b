package dev.lockstile.auth.notice;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds the approximate place of an IP address. Called inside a transaction, by many threads at once: it has to answer
 * from memory, for instance from a file of networks, without a network call.
 */
@FunctionalInterface
public interface PlaceLookup {

    /**
     * {@return the place, for instance {@code Porto, Portugal}; empty where it is not known} An exception counts as
     * empty.
     *
     * @param address the client's IP address as determined by the host
     * @param language of the owner
     */
    Optional<String> place(String address, Locale language);
}
