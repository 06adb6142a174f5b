package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The operator's settings for the second factors of a source system.
 *
 * @param lossAllowed true to import an account without second factors, instead of locked, if none of its own can be
 *     imported
 * @param key decrypts the factors that the source application encrypted; null to lock their accounts
 * @param relyingParty the relying party id of the source system's passkeys, which has to be the host's; null to leave
 *     passkeys out
 */
public record FactorOptions(
        boolean lossAllowed,
        @Nullable FactorKey key,
        @Nullable String relyingParty) {

    /** No loss of factors, no decryption, no passkeys. */
    public static final FactorOptions CAREFUL = new FactorOptions(false, null, null);

    /**
     * Checks the relying party.
     *
     * @param lossAllowed true to import an account without second factors, instead of locked, if none of its own
     *     can be imported
     * @param key decrypts the factors that the source application encrypted
     * @param relyingParty a domain, such as {@code acme.example}; null to leave passkeys out
     * @throws IllegalArgumentException when the relying party is not a domain
     */
    public FactorOptions {
        if (relyingParty != null && !relyingParty.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*")) {
            throw new IllegalArgumentException(
                    "a relying party id is a domain such as acme.example, without https:// and port: " + relyingParty);
        }
    }

    /** {@return a copy that imports an account without second factors if none of its own can be imported} */
    public FactorOptions withLoss() {
        return new FactorOptions(true, key, relyingParty);
    }

    /**
     * {@return a copy with a key of the source application}
     *
     * @param given null for none
     */
    public FactorOptions withKey(@Nullable FactorKey given) {
        return new FactorOptions(lossAllowed, given, relyingParty);
    }

    /**
     * {@return a copy with passkeys}
     *
     * @param id their relying party id; null to leave passkeys out
     * @throws IllegalArgumentException when the id is not a domain
     */
    public FactorOptions withRelyingParty(@Nullable String id) {
        return new FactorOptions(lossAllowed, key, id);
    }
}
