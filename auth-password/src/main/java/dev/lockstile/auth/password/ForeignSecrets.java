package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;
import java.util.Base64;
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
        @Nullable Firebase firebase) {

    /** {@return none of them} */
    public static ForeignSecrets none() {
        return new ForeignSecrets(null, null, null);
    }

    /**
     * The hash parameters of one Firebase project, as its console shows them. All users of a project share them; the
     * signer key is a secret.
     */
    public static final class Firebase {

        private final byte[] signerKey;
        private final byte[] saltSeparator;
        private final int rounds;
        private final int memCost;

        private Firebase(byte[] signerKey, byte[] saltSeparator, int rounds, int memCost) {
            this.signerKey = signerKey;
            this.saltSeparator = saltSeparator;
            this.rounds = rounds;
            this.memCost = memCost;
        }

        /**
         * {@return the four figures of the console}
         *
         * @param signerKey {@code base64_signer_key}
         * @param saltSeparator {@code base64_salt_separator}
         * @param rounds {@code rounds}: scrypt's r
         * @param memCost {@code mem_cost}: the exponent of scrypt's N
         * @throws IllegalArgumentException when one is not what the console would show
         */
        public static Firebase of(String signerKey, String saltSeparator, int rounds, int memCost) {
            byte[] key = Base64.getDecoder().decode(signerKey);
            byte[] separator = Base64.getDecoder().decode(saltSeparator);
            if (key.length < 16 || key.length > 128 || separator.length > 16) {
                throw new IllegalArgumentException("the Firebase signer key or salt separator has an odd length");
            }
            if (rounds < 1 || rounds > 120 || memCost < 1 || memCost > 17) {
                throw new IllegalArgumentException("Firebase rounds are 1 to 120 and mem_cost 1 to 17");
            }
            return new Firebase(key, separator, rounds, memCost);
        }

        /** {@return the bytes that are encrypted to make a hash} Secret; a copy. */
        public byte[] signerKey() {
            return signerKey.clone();
        }

        /** {@return what stands between a user's salt and nothing else; a copy} */
        public byte[] saltSeparator() {
            return saltSeparator.clone();
        }

        /** {@return scrypt's r} */
        public int rounds() {
            return rounds;
        }

        /** {@return the exponent of scrypt's N} */
        public int memCost() {
            return memCost;
        }

        @Override
        public String toString() {
            return "FirebaseParameters[r=" + rounds + ", n=" + memCost + "]";
        }
    }
}
