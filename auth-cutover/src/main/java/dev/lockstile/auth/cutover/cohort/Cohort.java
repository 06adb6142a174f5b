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
 * Who uses the new endpoints: a stable share of all people, or whoever a rule names. A raised share adds people and
 * removes none; a lowered one sends those back who came last. All nodes with one key agree without a word. The key keeps
 * a stranger from choosing an address that falls on one side.
 */
public final class Cohort implements Predicate<String> {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;

    private final Predicate<String> members;

    private Cohort(Predicate<String> members) {
        this.members = members;
    }

    /**
     * A share.
     *
     * @param key at least 32 characters, the same on all nodes for as long as the move lasts
     * @param percent 0 to 100, broken or whole; asked at each request, so it may change while the application runs. What
     *     lies outside counts as the nearest bound
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

    /** Whoever the rule names. */
    public static Cohort rule(Predicate<String> members) {
        return new Cohort(members);
    }

    /** These people too: the team's own accounts first, say. */
    public Cohort orRule(Predicate<String> others) {
        return new Cohort(members.or(others));
    }

    /** @param subject the key of a canonical identifier, or whatever else stays the same for one person */
    @Override
    public boolean test(String subject) {
        return members.test(subject);
    }

    /** Where the subject stands between 0 and 1, the latter excluded. */
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
