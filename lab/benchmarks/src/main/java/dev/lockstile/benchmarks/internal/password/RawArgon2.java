package dev.lockstile.benchmarks.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id on Bouncy Castle with nothing around it: the yardstick. The text is parsed once, before any measurement. */
public final class RawArgon2 {

    private final Argon2Parameters parameters;
    private final byte[] tag;

    private RawArgon2(Argon2Parameters parameters, byte[] tag) {
        this.parameters = parameters;
        this.tag = tag;
    }

    /** Reads {@code $argon2id$v=19$m=..,t=..,p=..$salt$tag}, as the library writes it without a pepper. */
    public static RawArgon2 parse(String stored) {
        String[] parts = stored.split("\\$", -1);
        String[] figures = parts[3].split(",", -1);
        byte[] tag = Base64.getDecoder().decode(parts[5]);
        return new RawArgon2(
                parameters(
                        figure(figures[0]),
                        figure(figures[1]),
                        figure(figures[2]),
                        Base64.getDecoder().decode(parts[4])),
                tag);
    }

    /** The figures of a hash to come. */
    public static Argon2Parameters parameters(int memoryKib, int iterations, int parallelism, byte[] salt) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .build();
    }

    public static byte[] compute(Argon2Parameters parameters, byte[] password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] out = new byte[length];
        generator.generateBytes(password, out);
        return out;
    }

    /** Whether it is the password. */
    public boolean matches(String password) {
        byte[] computed = compute(parameters, password.getBytes(StandardCharsets.UTF_8), tag.length);
        return MessageDigest.isEqual(tag, computed);
    }

    private static int figure(String assignment) {
        return Integer.parseInt(assignment.substring(2));
    }
}
