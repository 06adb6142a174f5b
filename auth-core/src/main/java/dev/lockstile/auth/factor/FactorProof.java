package dev.lockstile.auth.factor;

import dev.lockstile.auth.internal.code.CodeText;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.secret.Secret;

/** The proof of a second factor that a client presents. */
public sealed interface FactorProof {

    /** {@return the kind of the factor} */
    FactorKind kind();

    /**
     * {@return the proof for a text typed into a field for both kinds of code} Six digits are a code of an
     * authenticator application; any other text is a recovery code.
     *
     * @param code as typed
     */
    static FactorProof typed(Secret code) {
        return CodeText.digits(code, 6).isPresent() ? new Totp(code) : new RecoveryCode(code);
    }

    /**
     * A code of an authenticator application: six digits of any script; separators are ignored.
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
     * A passkey's response to a challenge.
     *
     * @param ceremonyId from {@link PasskeyCeremony#id()}
     * @param credential the credential from the browser, in its JSON form (WebAuthn Level 3, 5.1: {@code toJSON()})
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
     * A recovery code; letter case, dashes and spaces are ignored.
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
