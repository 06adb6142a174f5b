package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.RecoveryCodeSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The authentication factors of an account, for administrators. Contains no secret.
 *
 * @param password whether the account has one
 * @param passwordChangedAt when the owner last changed it; null where that is not known
 * @param totpSince when the authenticator application was confirmed; null where there is none
 * @param passkeys oldest first
 * @param recoveryCodes the recovery codes that are left; null where none were generated
 * @param resetDue when a pending reset can be performed; null where none is pending
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
     * @param password whether the account has one
     * @param passwordChangedAt when the owner last changed it; null where that is not known
     * @param totpSince when the authenticator application was confirmed; null where there is none
     * @param passkeys oldest first
     * @param recoveryCodes the recovery codes that are left; null where none were generated
     * @param resetDue when a pending reset can be performed; null where none is pending
     */
    public AccountFactors {
        passkeys = List.copyOf(passkeys);
    }

    /** {@return whether the account has a second factor} */
    public boolean hasSecondFactor() {
        return totpSince != null || !passkeys.isEmpty();
    }
}
