package dev.lockstile.auth.factor;

import dev.lockstile.auth.internal.code.CodeText;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.secret.Secret;

/** What a user shows as a second factor. */
public sealed interface FactorProof {

    /** {@return what kind of factor it is meant for} */
    FactorKind kind();

    /**
     * {@return the proof that a text in a field for both kinds stands for} Six digits are a code of an application, and
     * every other text is a recovery code.
     *
     * @param code as typed
     */
    static FactorProof typed(Secret code) {
        return CodeText.digits(code, 6).isPresent() ? new Totp(code) : new RecoveryCode(code);
    }

    /**
     * A code of an authenticator application: six digits; separators and the script of the digits do not matter.
     *
     * @param code as typed
     */
    record Totp(Secret code) implements FactorProof {
        @Override
        public FactorKind kind() {
            return FactorKind.TOTP;
        }
    }

    /**
     * A passkey's answer to a challenge.
     *
     * @param ceremonyId as {@link PasskeyCeremony#id()} gave it
     * @param credential what the browser made, in its JSON form (WebAuthn Level 3, 5.1: {@code toJSON()})
     */
    record Passkey(String ceremonyId, String credential) implements FactorProof {
        @Override
        public FactorKind kind() {
            return FactorKind.PASSKEY;
        }

        @Override
        public String toString() {
            return "Passkey[***]";
        }
    }

    /**
     * A recovery code; letter case, dashes and spaces do not matter.
     *
     * @param code as typed
     */
    record RecoveryCode(Secret code) implements FactorProof {
        @Override
        public FactorKind kind() {
            return FactorKind.RECOVERY_CODE;
        }
    }
}
