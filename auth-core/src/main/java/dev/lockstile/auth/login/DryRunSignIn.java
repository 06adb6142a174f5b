package dev.lockstile.auth.login;

import dev.lockstile.auth.secret.Secret;

/**
 * Finds out how a sign-in would end, by the rules of the sign-in itself and without a trace: no attempt is counted, no limit
 * asked, no session opened, no event told, no hash made better, nobody brought over, and no hook of the host called. For
 * comparing this library with a former system that still answers.
 *
 * <p>Never for an endpoint, nor anything that answers faster or slower by it: it tells apart what the sign-in keeps alike,
 * and nothing limits how often. Nobody can be signed in by it.
 */
public interface DryRunSignIn {

    /**
     * A sign-in with a password. Reads once, apart from any transaction; asks the former system, if there is one, about a
     * name that nobody has here; and checks one hash behind the permits of the sign-in. A weak hash of somebody in the
     * former system costs one more before that, without a permit: it is wrapped as an import would wrap it.
     *
     * @param login e-mail address, phone number or user name
     * @param password as typed
     * @return how the sign-in would end
     * @throws dev.lockstile.auth.password.HashingBusyException when no permit is free
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the store does not answer
     */
    DryRunResult password(String login, Secret password);

    /**
     * A sign-in with a code, taken for right: whom a code to this address or number would let in. Sends nothing.
     *
     * @param addressOrNumber as typed
     * @return how the sign-in would end
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the store does not answer
     */
    DryRunResult code(String addressOrNumber);
}
