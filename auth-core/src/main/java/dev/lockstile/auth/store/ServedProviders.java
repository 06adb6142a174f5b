package dev.lockstile.auth.store;

import java.util.Set;

/**
 * The providers that a host serves, so that what is left to sign in with can be counted.
 *
 * @param names all of them
 * @param withoutIssuer those whose accounts sign in although they were written down without an issuer, as imported ones are
 */
public record ServedProviders(Set<String> names, Set<String> withoutIssuer) {

    /** None is served. */
    public static final ServedProviders NONE = new ServedProviders(Set.of(), Set.of());

    public ServedProviders {
        names = Set.copyOf(names);
        withoutIssuer = Set.copyOf(withoutIssuer);
    }

    /** Providers of one issuer each. */
    public static ServedProviders of(Set<String> names) {
        return new ServedProviders(names, names);
    }

    /** True when the account signs its user in. */
    public boolean letIn(StoredSocialAccount account) {
        String provider = account.identity().provider();
        boolean isKnown = account.identity().issuer() != null || withoutIssuer.contains(provider);
        return isKnown && names.contains(provider) && !account.suspended();
    }
}
