package dev.lockstile.auth.store;

import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.util.Set;

/**
 * The providers that a host serves, so that what is left to sign in with can be counted.
 *
 * @param names all of them
 * @param withoutIssuer those whose accounts sign in although they were written down without an issuer, as imported ones
 *     are
 */
public record ServedProviders(Set<String> names, Set<String> withoutIssuer) {

    /** None is served. */
    public static final ServedProviders NONE = new ServedProviders(Set.of(), Set.of());

    /**
     * Copies the sets.
     *
     * @param names all of them
     * @param withoutIssuer those whose accounts sign in although they were written down without an issuer, as imported
     *     ones are
     */
    public ServedProviders {
        names = Set.copyOf(names);
        withoutIssuer = Set.copyOf(withoutIssuer);
    }

    /**
     * {@return providers of one issuer each, whose imported accounts sign in}
     *
     * @param names all that the host serves
     */
    public static ServedProviders of(Set<String> names) {
        return new ServedProviders(names, names);
    }

    /**
     * {@return true when the account signs its user in}
     *
     * @param account linked to a user
     */
    public boolean letIn(StoredSocialAccount account) {
        String provider = account.identity().provider();
        boolean isKnown = account.identity().issuer() != null || withoutIssuer.contains(provider);
        return isKnown && names.contains(provider) && !account.suspended();
    }
}
