package dev.lockstile.auth.store;

import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.util.Set;

/**
 * The providers that the host serves, for finding out which linked accounts sign their user in.
 *
 * @param names names of all providers
 * @param withoutIssuer names of the providers whose accounts sign in even without a stored issuer, as imported accounts
 *     are
 */
public record ServedProviders(Set<String> names, Set<String> withoutIssuer) {

    /** No provider. */
    public static final ServedProviders NONE = new ServedProviders(Set.of(), Set.of());

    /**
     * Copies the sets.
     *
     * @param names names of all providers
     * @param withoutIssuer names of the providers whose accounts sign in even without a stored issuer, as imported
     *     accounts are
     */
    public ServedProviders {
        names = Set.copyOf(names);
        withoutIssuer = Set.copyOf(withoutIssuer);
    }

    /**
     * {@return providers with one issuer each, so that accounts without a stored issuer sign in}
     *
     * @param names names of all providers
     */
    public static ServedProviders of(Set<String> names) {
        return new ServedProviders(names, names);
    }

    /**
     * {@return true when the account signs its user in: its provider is served, its issuer is stored or not needed, and
     * it is not suspended}
     *
     * @param account an account that is linked to a user
     */
    public boolean letIn(StoredSocialAccount account) {
        String provider = account.identity().provider();
        boolean isIdentified = account.identity().issuer() != null || withoutIssuer.contains(provider);
        return isIdentified && names.contains(provider) && !account.suspended();
    }
}
