package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** A second factor of a user in the source system, and whether the target can verify it. */
public sealed interface ImportedFactor {

    /**
     * An authenticator application with the parameters of sign-in: HMAC-SHA-1, six digits, steps of 30 seconds since
     * 1970 (RFC 6238).
     *
     * @param secret in base32, without padding
     * @param lastStep the time step of the last code that the source system accepted: no code up to it is accepted in
     *     the target; -1 for none
     */
    record Totp(Secret secret, long lastStep) implements ImportedFactor {}

    /**
     * Recovery codes that were not used in the source system, each of 8 or more letters and digits beside dashes.
     *
     * @param codes in clear text, as the source system made them
     */
    record RecoveryCodes(List<Secret> codes) implements ImportedFactor {

        /**
         * Copies the list.
         *
         * @param codes in clear
         */
        public RecoveryCodes {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A passkey with the host's relying party id.
     *
     * @param key the public key and its ids
     * @param signCount the last signature counter that the source system saw; 0 for none
     * @param backedUp whether the authenticator reported the passkey as backed up
     * @param name 1 to 64 characters
     * @param demanded true where the source system asked for it after the password; false where it replaced the
     *     password
     */
    record Passkey(PasskeyState.Key key, long signCount, boolean backedUp, String name, boolean demanded)
            implements ImportedFactor {}

    /**
     * A factor that the target cannot verify. An account with no other factor is locked, unless
     * {@code ImportOptions.allowFactorLoss()} is set.
     *
     * @param reason a stable code, counted in the report
     */
    record Unusable(String reason) implements ImportedFactor {}

    /**
     * A row that was not in use as a factor in the source system either, such as an unconfirmed application.
     *
     * @param reason a stable code, counted in the report
     */
    record LeftOut(String reason) implements ImportedFactor {}
}
