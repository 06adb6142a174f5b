package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What the mover says of old second factors.
 *
 * @param lossAllowed an account whose second factors cannot come over comes without any, instead of a locked one
 * @param key opens the factors that the old application encrypts; null to leave these locked
 */
public record FactorOptions(boolean lossAllowed, @Nullable FactorKey key) {

    /** No factor is lost, and none is decrypted. */
    public static final FactorOptions CAREFUL = new FactorOptions(false, null);

    /** {@return the same where an account comes without a second factor if its own cannot come over} */
    public FactorOptions withLoss() {
        return new FactorOptions(true, key);
    }

    /**
     * {@return the same with a key of the old application}
     *
     * @param given null for none
     */
    public FactorOptions withKey(@Nullable FactorKey given) {
        return new FactorOptions(lossAllowed, given);
    }
}
