package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/** What an old system has as a user's second factor, as far as it can be verified here. */
public sealed interface ImportedFactor {

    /**
     * An authenticator application as sign-in verifies it: HMAC-SHA-1, six digits, steps of 30 seconds from 1970 on
     * (RFC 6238).
     *
     * @param secret in base32, without padding
     * @param lastStep the time step of the last code that the old system accepted: no code up to it is taken here; -1
     *     for none
     */
    record Totp(Secret secret, long lastStep) implements ImportedFactor {}

    /**
     * Recovery codes that were not used over there, each of 8 or more letters and digits beside dashes.
     *
     * @param codes in clear, as the old system made them
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
     * A passkey of the same relying party id.
     *
     * @param key the public key and its ids
     * @param signCount the last count that the old system saw; 0 where there is none
     * @param backedUp whether the authenticator said that the passkey is backed up
     * @param name 1 to 64 characters
     * @param demanded whether the old system asked for it beside the password; false where it signed in instead of it
     */
    record Passkey(PasskeyState.Key key, long signCount, boolean backedUp, String name, boolean demanded)
            implements ImportedFactor {}

    /**
     * A factor that cannot be verified here. An account whose factors are all of this kind is locked: see {@code
     * ImportOptions.allowFactorLoss()}.
     *
     * @param reason a stable word, counted in the report
     */
    record Unusable(String reason) implements ImportedFactor {}

    /**
     * What is no factor over there either, such as an unconfirmed application.
     *
     * @param reason a stable word, counted in the report
     */
    record LeftOut(String reason) implements ImportedFactor {}
}
