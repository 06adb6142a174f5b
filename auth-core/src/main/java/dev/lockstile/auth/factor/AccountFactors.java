package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.RecoveryCodeSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what an account signs in besides its address, as an administration may know it. Nothing in it is secret.
 *
 * @param password whether there is one
 * @param passwordChangedAt when the person last chose it; null where that is not known
 * @param totpSince when the authenticator application was confirmed; null where there is none
 * @param passkeys oldest first
 * @param recoveryCodes those that are left; null where none were made
 * @param resetDue when a reset that waits may be done; null where none waits
 */
public record AccountFactors(
        boolean password,
        @Nullable Instant passwordChangedAt,
        @Nullable Instant totpSince,
        List<PasskeyState> passkeys,
        @Nullable RecoveryCodeSet recoveryCodes,
        @Nullable Instant resetDue) {

    /**
     * Copies the list.
     *
     * @param password whether there is one
     * @param passwordChangedAt when the person last chose it; null where that is not known
     * @param totpSince when the authenticator application was confirmed; null where there is none
     * @param passkeys oldest first
     * @param recoveryCodes those that are left; null where none were made
     * @param resetDue when a reset that waits may be done; null where none waits
     */
    public AccountFactors {
        passkeys = List.copyOf(passkeys);
    }

    /** {@return whether a sign-in takes a second factor} */
    public boolean hasSecondFactor() {
        return totpSince != null || !passkeys.isEmpty();
    }
}
