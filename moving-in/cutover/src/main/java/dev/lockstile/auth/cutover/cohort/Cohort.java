package dev.lockstile.auth.cutover.cohort;

import dev.lockstile.auth.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Selects the users of the new endpoints: a stable percentage, or a rule. Raising the percentage only adds users,
 * lowering it removes those added last. Nodes with the same key agree without communication, and without the key no
 * client can choose an address on one side. Safe for use by many threads if its functions are.
 */
public final class Cohort implements Predicate<String> {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final Predicate<String> members;

    private Cohort(Predicate<String> members) {
        this.members = members;
    }

    /**
     * {@return a cohort of a percentage of all users}
     *
     * @param key at least 32 characters, the same on all nodes for the whole cut-over
     * @param percent 0 to 100, fractions allowed; read at each request, so it may change at runtime. Values outside are
     *     clamped
     * @throws IllegalArgumentException when the key is too short
     */
    public static Cohort share(Secret key, DoubleSupplier percent) {
        byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("the key of a cohort needs 32 characters");
        }
        SecretKeySpec secret = new SecretKeySpec(bytes, HMAC);
        return new Cohort(subject -> place(secret, subject) * 100 < percent.getAsDouble());
    }

    /**
     * {@return a cohort of the users that match a rule}
     *
     * @param members told the key of a canonical identifier, as {@link #test} is; has to answer the same on all nodes
     */
    public static Cohort rule(Predicate<String> members) {
        return new Cohort(members);
    }

    /**
     * {@return a cohort of these users and of those that match a rule, such as the team's own accounts}
     *
     * @param others told the same as the rule of {@link #rule}
     */
    public Cohort orRule(Predicate<String> others) {
        return new Cohort(members.or(others));
    }

    /** @param subject the key of a canonical identifier, or another value that is stable per user */
    @Override
    public boolean test(String subject) {
        return members.test(subject);
    }

    /** Returns the position of the subject, from 0 inclusive to 1 exclusive. */
    private static double place(SecretKeySpec key, String subject) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] digest = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
