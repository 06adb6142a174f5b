package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What some old systems kept outside their table and mixed into each hash. Null where the old system had none.
 *
 * @param devisePepper Rails Devise's {@code config.pepper}, appended to the password
 * @param springSecret the secret of Spring Security's PBKDF2 and SHA-256 encoders
 * @param firebase the hash parameters of a Firebase project
 */
public record ForeignSecrets(
        @Nullable Secret devisePepper,
        @Nullable Secret springSecret,
        @Nullable FirebaseParameters firebase) {

    /** {@return none of them} */
    public static ForeignSecrets none() {
        return new ForeignSecrets(null, null, null);
    }
}
