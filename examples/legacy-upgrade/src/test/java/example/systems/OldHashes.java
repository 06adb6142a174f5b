package example.systems;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes as the old systems write them, computed without the library; the salt follows from the person. */
final class OldHashes {

    private static final String H64 = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CHEAP_ROUNDS = 1000;

    private final Person person;
    private final Random random;

    private OldHashes(Person person) {
        this.person = person;
        this.random = new Random(person.number() * 7919L);
    }

    static OldHashes of(Person person) {
        return new OldHashes(person);
    }

    /** {@code $2a$}, {@code $2b$} or {@code $2y$}. */
    String bcrypt(String version, int cost) {
        return bcrypt(version, cost, person.password().getBytes(UTF_8));
    }

    private String bcrypt(String version, int cost, byte[] text) {
        return OpenBSDBCrypt.generate(version, text, salt(16), person.atFullCost() ? cost : 4);
    }

    String argon2(int memory, int passes, int lanes) {
        int kib = person.atFullCost() ? memory : 8 * lanes;
        byte[] salt = salt(16);
        byte[] tag = argon2(salt, kib, passes, lanes);
        return "$argon2id$v=19$m=" + kib + ",t=" + passes + ",p=" + lanes + "$" + b64(salt) + "$" + b64(tag);
    }

    private byte[] argon2(byte[] salt, int kib, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(person.password().getBytes(UTF_8), tag);
        return tag;
    }

    String djangoPbkdf2(String digest, int rounds) {
        String salt = word(22);
        int count = rounds(rounds);
        byte[] key = pbkdf2("SHA" + digest, salt.getBytes(UTF_8), count, digest.equals("1") ? 20 : 32);
        return "pbkdf2_sha" + digest + "$" + count + "$" + salt + "$" + base64(key);
    }

    String djangoBcryptSha256() {
        String hex =
                HexFormat.of().formatHex(digest("SHA-256", person.password().getBytes(UTF_8)));
        return "bcrypt_sha256$" + bcrypt("2b", 12, hex.getBytes(UTF_8));
    }

    String djangoScrypt() {
        String salt = word(22);
        int cost = person.atFullCost() ? 16384 : 16;
        byte[] key = SCrypt.generate(person.password().getBytes(UTF_8), salt.getBytes(UTF_8), cost, 8, 5, 64);
        return "scrypt$" + cost + "$" + salt + "$8$5$" + base64(key);
    }

    /** {@code $P$B}: 8192 rounds of MD5. */
    String phpass() {
        String setting = "B" + word(8);
        byte[] text = person.password().getBytes(UTF_8);
        byte[] state = digest("MD5", join(setting.substring(1).getBytes(UTF_8), text));
        for (int i = 0; i < 8192; i++) {
            state = digest("MD5", join(state, text));
        }
        return "$P$" + setting + h64(state);
    }

    String md5() {
        return HexFormat.of().formatHex(digest("MD5", person.password().getBytes(UTF_8)));
    }

    /** WordPress 6.8 and later. */
    String wordPress() {
        byte[] mac = hmac("HmacSHA384", "wp-sha384", person.password().strip());
        return "$wp" + bcrypt("2y", 10, base64(mac).getBytes(UTF_8));
    }

    String aspNetV2() {
        byte[] salt = salt(16);
        byte[] key = pbkdf2("SHA1", salt, 1000, 32);
        return base64(ByteBuffer.allocate(49).put((byte) 0).put(salt).put(key).array());
    }

    String aspNetV3() {
        byte[] salt = salt(16);
        int rounds = rounds(100_000);
        byte[] key = pbkdf2("SHA512", salt, rounds, 32);
        return base64(ByteBuffer.allocate(61)
                .put((byte) 1)
                .putInt(2)
                .putInt(rounds)
                .putInt(16)
                .put(salt)
                .put(key)
                .array());
    }

    /** The two columns of Keycloak's table: {@code secret_data} and {@code credential_data}. */
    String[] keycloakPbkdf2(String digest, int iterations) {
        byte[] salt = salt(16);
        int rounds = rounds(iterations);
        byte[] key = pbkdf2("SHA" + digest, salt, rounds, digest.equals("512") ? 64 : 32);
        return new String[] {
            secret(key, salt),
            "{\"hashIterations\":" + rounds + ",\"algorithm\":\"pbkdf2-sha" + digest + "\",\"additionalParameters\":{}}"
        };
    }

    String[] keycloakArgon2() {
        byte[] salt = salt(16);
        int kib = person.atFullCost() ? 7168 : 8;
        byte[] key = argon2(salt, kib, 5, 1);
        return new String[] {
            secret(key, salt),
            "{\"hashIterations\":5,\"algorithm\":\"argon2\",\"additionalParameters\":{\"hashLength\":[\"32\"],"
                    + "\"memory\":[\"" + kib + "\"],\"type\":[\"id\"],\"version\":[\"1.3\"],\"parallelism\":[\"1\"]}}"
        };
    }

    private static String secret(byte[] key, byte[] salt) {
        return "{\"value\":\"" + base64(key) + "\",\"salt\":\"" + base64(salt) + "\",\"additionalParameters\":{}}";
    }

    /** Hexadecimal: 16 bytes of salt, then the key. */
    String springPbkdf2() {
        byte[] salt = salt(16);
        byte[] key = pbkdf2("SHA256", salt, 310_000, 32);
        return HexFormat.of().formatHex(join(salt, key));
    }

    private int rounds(int real) {
        return person.atFullCost() ? real : CHEAP_ROUNDS;
    }

    private byte[] pbkdf2(String digest, byte[] salt, int rounds, int length) {
        try {
            PBEKeySpec spec = new PBEKeySpec(person.password().toCharArray(), salt, rounds, length * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] salt(int length) {
        byte[] salt = new byte[length];
        random.nextBytes(salt);
        return salt;
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(H64.charAt(2 + random.nextInt(62)));
        }
        return word.toString();
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String b64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The base64 of crypt: three bytes, the lowest bits first. */
    private static String h64(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 3) {
            int left = Math.min(3, bytes.length - i);
            int bits = 0;
            for (int j = 0; j < left; j++) {
                bits |= (bytes[i + j] & 0xff) << (8 * j);
            }
            for (int j = 0; j <= left; j++) {
                text.append(H64.charAt(bits >> (6 * j) & 0x3f));
            }
        }
        return text.toString();
    }
}
