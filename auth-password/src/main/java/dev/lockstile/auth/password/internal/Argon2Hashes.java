package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.HashCeilings;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.PepperKeys;
import dev.lockstile.auth.secret.Randomness;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Writes and reads Argon2 hashes: ours, and all others in PHC form, as the two share one grammar. */
final class Argon2Hashes implements EqualWork.Work {

    static final int SALT = 16;
    static final int TAG = 32;

    private final Argon2Cost cost;
    private final HashCeilings ceilings;
    private final PepperKeys peppers;
    private final Argon2 argon2;
    private final Randomness randomness;

    Argon2Hashes(PasswordSettings settings, Argon2 argon2, Randomness randomness) {
        this.cost = settings.cost();
        this.ceilings = settings.ceilings();
        this.peppers = settings.peppers();
        this.argon2 = argon2;
        this.randomness = randomness;
    }

    /** A new hash of the bytes. */
    String seal(byte[] input) {
        byte[] salt = randomness.bytes(SALT);
        PepperKeys.Key pepper = peppers.current();
        byte[] tag = argon2.modern(cost, salt, pepper == null ? null : pepper.reveal(), input, TAG);
        return new Argon2Text(2, 19, cost, pepper == null ? null : pepper.id(), salt, tag).write();
    }

    /** A text as long as a new hash, without the work: no password is known that matches it. */
    String blank() {
        PepperKeys.Key pepper = peppers.current();
        return new Argon2Text(2, 19, cost, pepper == null ? null : pepper.id(), new byte[SALT], new byte[TAG]).write();
    }

    @Override
    public void unit(byte[] input) {
        byte[] salt = new byte[SALT];
        PepperKeys.Key pepper = peppers.current();
        argon2.modern(cost, salt, pepper == null ? null : pepper.reveal(), input, TAG);
    }

    @Override
    public void part(double fraction, byte[] input) {
        int memory = (int) Math.round(cost.work() * fraction / cost.iterations());
        if (memory >= 8 * cost.parallelism()) {
            Argon2Cost part = new Argon2Cost(memory, cost.iterations(), cost.parallelism());
            argon2.modern(part, new byte[SALT], null, input, TAG);
        }
    }

    /** @throws RefusedHashException when the cost is above the ceilings or the pepper is not known here */
    Verifier verifier(Argon2Text text) {
        RefusedHashException.unless(
                text.cost().memoryKib() <= ceilings.argon2MemoryKib()
                        && text.cost().work() <= ceilings.argon2Work()
                        && argon2.fits(text.cost()),
                "Argon2 cost above the ceiling");
        byte[] secret = secretOf(text);
        return password -> MessageDigest.isEqual(text.tag(), argon2.like(text, secret, password));
    }

    /** Whether a text is a hash of the bytes as it is written here; false for what is none. */
    boolean holds(String sealed, byte[] input) {
        Argon2Text text = Argon2Text.parse(sealed);
        return text != null && isWhole(sealed) && verifier(text).test(input);
    }

    /** Whether a text is a hash as it is written here, of whatever. */
    static boolean isWhole(String sealed) {
        Argon2Text text = Argon2Text.parse(sealed);
        return text != null && text.write().equals(sealed);
    }

    private byte @Nullable [] secretOf(Argon2Text text) {
        String id = text.pepperId();
        if (id == null) {
            return null;
        }
        PepperKeys.Key pepper = peppers.find(id);
        if (pepper == null) {
            throw new RefusedHashException("pepper " + id + " is not configured");
        }
        return pepper.reveal();
    }
}
