package dev.lockstile.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.BCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Writes hashes as old systems do, with the platform's and Bouncy Castle's primitives and none of ours. */
final class Foreign {

    private static final String BC64 = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Foreign() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String djangoPbkdf2(String password) {
        return "pbkdf2_sha256$1000$seasalt$"
                + Base64.getEncoder().encodeToString(pbkdf2("SHA256", password, 1_000, 256));
    }

    static byte[] pbkdf2(String hash, String password, int iterations, int bits) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), utf8("seasalt"), iterations, bits);
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** bcrypt of cost 4 as systems write it that cut at 72 bytes. */
    static String bcrypt(String password) {
        byte[] text = utf8(password);
        byte[] key = text.length >= 72 ? Arrays.copyOf(text, 72) : Arrays.copyOf(text, text.length + 1);
        byte[] salt = utf8("sixteen bytes ok");
        byte[] digest = Arrays.copyOf(BCrypt.generate(key, salt, 4), 23);
        return "$2b$04$" + bc64(salt) + bc64(digest);
    }

    /** Argon2id at the cost that tests take for their own hashes. */
    static String argon2id(String password) {
        byte[] salt = utf8("sixteen bytes ok");
        return argon2id(password, 64, salt, 32);
    }

    static String argon2id(String password, int memoryKib, byte[] salt, int tagLength) {
        Argon2Parameters.Builder kind = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(1)
                .withParallelism(1);
        return argon2(kind.withMemoryAsKB(memoryKib).withSalt(salt).build(), password, tagLength)
                .replace("$x$", "$argon2id$");
    }

    /** Another kind of Argon2 at the same cost; the name is that of the text. */
    static String argon2(String name, int type, int version, String password) {
        Argon2Parameters.Builder kind = new Argon2Parameters.Builder(type)
                .withVersion(version)
                .withIterations(1)
                .withParallelism(1);
        return argon2(kind.withMemoryAsKB(64).withSalt(utf8("sixteen bytes ok")).build(), password, 32)
                .replace("$x$", "$" + name + "$");
    }

    private static String argon2(Argon2Parameters parameters, String password, int tagLength) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] tag = new byte[tagLength];
        generator.generateBytes(utf8(password), tag);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$x$v=" + parameters.getVersion() + "$m=" + parameters.getMemory() + ",t=1,p=1$"
                + encoder.encodeToString(parameters.getSalt()) + "$" + encoder.encodeToString(tag);
    }

    private static String bc64(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (char c : Base64.getEncoder().withoutPadding().encodeToString(bytes).toCharArray()) {
            text.append(BC64.charAt(B64.indexOf(c)));
        }
        return text.toString();
    }
}
