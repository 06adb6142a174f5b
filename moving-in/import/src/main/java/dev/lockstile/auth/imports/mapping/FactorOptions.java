package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What the mover says of old second factors.
 *
 * @param lossAllowed an account whose second factors cannot come over comes without any, instead of a locked one
 * @param key opens the factors that the old application encrypts; null to leave these locked
 * @param relyingParty the id under which the old system's passkeys were made, which has to be the host's; null to leave
 *     them
 */
public record FactorOptions(
        boolean lossAllowed,
        @Nullable FactorKey key,
        @Nullable String relyingParty) {

    /** No factor is lost, none is decrypted, and passkeys stay behind. */
    public static final FactorOptions CAREFUL = new FactorOptions(false, null, null);

    /**
     * Checks the relying party.
     *
     * @param lossAllowed an account whose second factors cannot come over comes without any, instead of a locked one
     * @param key opens the factors that the old application encrypts
     * @param relyingParty a domain, such as {@code acme.example}; null to leave passkeys
     * @throws IllegalArgumentException when the relying party is no domain
     */
    public FactorOptions {
        if (relyingParty != null && !relyingParty.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*")) {
            throw new IllegalArgumentException(
                    "a relying party id is a domain such as acme.example, without https:// and port: " + relyingParty);
        }
    }

    /** {@return a copy where an account comes without a second factor if its own cannot come over} */
    public FactorOptions withLoss() {
        return new FactorOptions(true, key, relyingParty);
    }

    /**
     * {@return a copy with a key of the old application}
     *
     * @param given null for none
     */
    public FactorOptions withKey(@Nullable FactorKey given) {
        return new FactorOptions(lossAllowed, given, relyingParty);
    }

    /**
     * {@return a copy with passkeys}
     *
     * @param id of the relying party under which they were made
     */
    public FactorOptions withRelyingParty(@Nullable String id) {
        return new FactorOptions(lossAllowed, key, id);
    }
}
