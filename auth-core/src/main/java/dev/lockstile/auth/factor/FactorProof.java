package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.secret.Secret;

/** What somebody shows as a second factor. */
public sealed interface FactorProof {

    /** What kind of factor it is meant for. */
    FactorKind kind();

    /** A code of an authenticator application: six ASCII digits and nothing else. */
    record Totp(Secret code) implements FactorProof {
        @Override
        public FactorKind kind() {
            return FactorKind.TOTP;
        }
    }

    /** A recovery code; letter case, dashes and spaces do not matter. */
    record RecoveryCode(Secret code) implements FactorProof {
        @Override
        public FactorKind kind() {
            return FactorKind.RECOVERY_CODE;
        }
    }
}
