package dev.lockstile.auth;

import java.util.List;

/**
 * A part given to the {@link AuthBuilder} that can tell before the first request what it misses: tables, for instance.
 * {@link Auth#start()} asks each part that implements it, and refuses to start with all that they say.
 */
public interface SetupCheck {

    /**
     * {@return each problem as {@code id: what is wrong, and what to do}; empty when there is none}
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when it cannot be told now
     */
    List<String> setupProblems();
}
