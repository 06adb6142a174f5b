package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.b64;

import dev.lockstile.auth.password.ForeignSecrets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Firebase's modified scrypt: the password's scrypt key encrypts the project's signer key. The text is
 * {@code $fbscrypt$v=1,n=14,r=8,p=1[,ss=...][,sk=...]$salt$hash}; where {@code ss} or {@code sk} is missing, the
 * project of the settings fills it in, so that the signer key need not stand in every row.
 */
final class FirebaseFormat {

    private static final String B64 = "([A-Za-z0-9+/]{1,200}={0,2})";

    private FirebaseFormat() {}

    static List<Format> of(Kdf kdf, ForeignSecrets.@Nullable Firebase project) {
        return List.of(RegexFormat.of(
                "firebase_scrypt",
                "\\$fbscrypt\\$v=1,n=([0-9]{1,2}),r=([0-9]{1,3}),p=([0-9]{1,2})(?:,ss=" + B64 + ")?(?:,sk=" + B64
                        + ")?\\$" + B64 + "\\$" + B64,
                found -> verifier(kdf, project, found)));
    }

    /** The text to store for a user of the project. */
    static String write(ForeignSecrets.Firebase project, String salt, String hash) {
        return "$fbscrypt$v=1,n=" + project.memCost() + ",r=" + project.rounds() + ",p=1$" + salt + "$" + hash;
    }

    private static @Nullable Verifier verifier(Kdf kdf, ForeignSecrets.@Nullable Firebase project, MatchResult found) {
        byte[] separator = part(found.group(4), project == null ? null : project.saltSeparator());
        byte[] signer = part(found.group(5), project == null ? null : project.signerKey());
        byte[] expected = b64(found.group(7));
        if (separator == null || signer == null || signer.length < 16 || signer.length != expected.length) {
            throw new RefusedHashException("the Firebase project of this hash is not configured");
        }
        UnaryOperator<byte[]> scrypt = kdf.scrypt(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3)),
                Digests.concat(b64(found.group(6)), separator),
                32);
        return password -> MessageDigest.isEqual(expected, encrypt(scrypt.apply(password), signer));
    }

    private static byte @Nullable [] part(@Nullable String written, byte @Nullable [] otherwise) {
        return written == null ? otherwise : b64(written);
    }

    private static byte[] encrypt(byte[] key, byte[] signer) {
        try {
            Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
            aes.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Arrays.copyOf(key, 32), "AES"),
                    new IvParameterSpec(new byte[16]));
            return aes.doFinal(signer);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime has no AES in counter mode", missing);
        }
    }
}
