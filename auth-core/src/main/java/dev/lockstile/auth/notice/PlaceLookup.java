package dev.lockstile.auth.notice;

import java.util.Locale;
import java.util.Optional;

/**
 * Tells where an address is, in words of a person. Called within a transaction, by many threads at once: it answers
 * from memory, such as from a file of networks, and never asks over the network.
 */
@FunctionalInterface
public interface PlaceLookup {

    /**
     * {@return the place, such as {@code Porto, Portugal}; empty where it is not known} An exception counts as empty.
     *
     * @param address of the client, as the host told it
     * @param language of the owner
     */
    Optional<String> place(String address, Locale language);
}
