package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.internal.crypto.ColumnCipher;
import dev.lockstile.auth.internal.crypto.SealKeys;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Randomness;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Encrypts the secrets of authenticator applications. The enrolment and its owner are bound in, so that a client that
 * writes to the table cannot give one account the application of another.
 */
final class FactorSeal {

    private final ColumnCipher cipher;

    FactorSeal(SealKeys keys, Randomness randomness) {
        this.cipher = new ColumnCipher(keys, randomness);
    }

    String seal(byte[] secret, UserId user, String enrolment) {
        return cipher.seal(secret, row(user, enrolment));
    }

    /** The secret; empty when it was changed, belongs to another row, or its key is not known here. */
    Optional<byte[]> open(String sealed, UserId user, String enrolment) {
        return cipher.open(sealed, row(user, enrolment));
    }

    private static byte[] row(UserId user, String enrolment) {
        String id = user.toString();
        return ("totp|" + id.length() + ':' + id + '|' + enrolment).getBytes(StandardCharsets.UTF_8);
    }
}
