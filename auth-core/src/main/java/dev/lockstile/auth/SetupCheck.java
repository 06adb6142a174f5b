package dev.lockstile.auth;

import java.util.List;

/**
 * Implemented by a part given to {@link AuthBuilder} that can report problems before the first request, such as missing
 * tables. {@link Auth#start()} calls it and throws an {@link AuthSetupException} with all reported problems.
 */
public interface SetupCheck {

    /**
     * {@return each problem as {@code id: what is wrong, and what to do}; empty when there is none}
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the database does not answer
     */
    List<String> setupProblems();
}
