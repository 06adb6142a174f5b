package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All figures of the password room: immutable, started from a preset, changed one by one with the {@code with} methods.
 * The hard bounds hold for every preset: a figure beyond them is an {@link IllegalArgumentException}.
 *
 * @param length how long a new password must and may be
 * @param blocklists what a new password must not be
 * @param cost what one hash costs
 * @param limits how much is hashed at once
 * @param ceilings the most work a stored hash may ask for
 * @param peppers secrets mixed into every hash
 * @param foreign secrets of the old systems whose hashes are read
 * @param formats the host's own formats, asked before the built-in ones
 */
public record PasswordSettings(
        LengthRule length,
        Blocklists blocklists,
        Argon2Cost cost,
        HashingLimits limits,
        HashCeilings ceilings,
        PepperKeys peppers,
        ForeignSecrets foreign,
        List<PasswordFormat> formats) {

    private static final int ONLY_FACTOR = 15;

    /** The longest password in UTF-8 bytes. A longer one is refused before any hashing, alike for everybody. */
    public static final int MAX_BYTES = 1_024;

    /** @throws IllegalArgumentException when the cost is below OWASP's floor or above the ceilings */
    public PasswordSettings {
        formats = List.copyOf(formats);
        if (!cost.meetsFloor() && !cost.equals(Argon2Cost.cheapForTests())) {
            throw new IllegalArgumentException("an Argon2id cost below m=7168, t=5 (or equal work on more memory,"
                    + " such as m=19456, t=2) is too cheap for an attacker: " + cost);
        }
        if (cost.memoryKib() > ceilings.argon2MemoryKib() || cost.work() > ceilings.argon2Work()) {
            throw new IllegalArgumentException(
                    "new hashes would be above the ceilings for stored ones, so nobody could sign in: " + cost);
        }
    }

    /** The default: 8 to 128 code points, OWASP's Argon2id cost (ASVS 6.2.1, OWASP password storage sheet). */
    public static PasswordSettings owasp() {
        return new PasswordSettings(
                new LengthRule(8, 128),
                Blocklists.defaults(),
                Argon2Cost.owasp(),
                HashingLimits.defaults(),
                HashCeilings.defaults(),
                PepperKeys.none(),
                ForeignSecrets.none(),
                List.of());
    }

    /** The password is the only factor: at least 15 code points (NIST SP 800-63B-4, 3.1.1.2). */
    public static PasswordSettings nistAal1() {
        return owasp().withLength(ONLY_FACTOR, 128);
    }

    /**
     * A second factor is always asked for: at least 8 code points (NIST SP 800-63B-4, 3.1.1.2). Unless everybody must have
     * one, {@code AuthBuilder.build()} refuses these settings with {@code second-factor-missing}.
     */
    public static PasswordSettings nistAal2() {
        return owasp().withLength(new LengthRule(8, 128, true));
    }

    /**
     * Other bounds for the length of new passwords, in code points. From 15 on a password needs no second factor beside it
     * (NIST SP 800-63B-4, 3.1.1.2).
     */
    public PasswordSettings withLength(int min, int max) {
        return withLength(new LengthRule(min, max, length.besideSecondFactor() && min < ONLY_FACTOR));
    }

    private PasswordSettings withLength(LengthRule rule) {
        return new PasswordSettings(rule, blocklists, cost, limits, ceilings, peppers, foreign, formats);
    }

    /** Names of the product and its maker, which no password may be made of. */
    public PasswordSettings withServiceWords(String... words) {
        return withBlocklists(new Blocklists(List.of(words), blocklists.breached(), blocklists.outage()));
    }

    /** Asks a source of breached passwords about every new one. */
    public PasswordSettings withBreachedPasswords(BreachedPasswords source, BreachOutage outage) {
        return withBlocklists(new Blocklists(blocklists.serviceWords(), source, outage));
    }

    /** Another cost for new hashes; existing ones are upgraded at sign-in when they are cheaper. */
    public PasswordSettings withCost(Argon2Cost newCost) {
        return new PasswordSettings(length, blocklists, newCost, limits, ceilings, peppers, foreign, formats);
    }

    /** How many hashes are computed at the same time, and how long a caller waits for its turn. */
    public PasswordSettings withPermits(int permits, Duration waitLimit) {
        return withLimits(new HashingLimits(permits, waitLimit, limits.failureFloor()));
    }

    /**
     * Makes every failed check take at least this long, by waiting (not computing) once the permit is given back. Worth
     * it while costly foreign hashes are about: Django's PBKDF2 with a million rounds takes longer to refuse than an
     * Argon2id hash, and no work of ours can make it shorter. Set it a little above the slowest such check, and back
     * to zero when the format report shows none left.
     */
    public PasswordSettings withFailureFloor(Duration floor) {
        return withLimits(new HashingLimits(limits.permits(), limits.waitLimit(), floor));
    }

    /** Other ceilings for stored hashes. */
    public PasswordSettings withCeilings(HashCeilings newCeilings) {
        return new PasswordSettings(length, blocklists, cost, limits, newCeilings, peppers, foreign, formats);
    }

    /** Mixes a pepper into new hashes; those without it, or under a retired one, are upgraded at sign-in. */
    public PasswordSettings withPeppers(PepperKeys keys) {
        return new PasswordSettings(length, blocklists, cost, limits, ceilings, keys, foreign, formats);
    }

    /** The pepper of a Rails application's Devise hashes; they are named at import. */
    public PasswordSettings withDevisePepper(Secret pepper) {
        return withForeign(new ForeignSecrets(pepper, foreign.springSecret(), foreign.firebase()));
    }

    /** The secret of a Spring application's PBKDF2 and SHA-256 encoders. */
    public PasswordSettings withSpringSecret(Secret secret) {
        return withForeign(new ForeignSecrets(foreign.devisePepper(), secret, foreign.firebase()));
    }

    /** The hash parameters of a Firebase project. */
    public PasswordSettings withFirebase(FirebaseParameters project) {
        return withForeign(new ForeignSecrets(foreign.devisePepper(), foreign.springSecret(), project));
    }

    /** Adds a format of the host's own. */
    public PasswordSettings withFormat(PasswordFormat format) {
        List<PasswordFormat> more = new ArrayList<>(formats);
        more.add(format);
        return new PasswordSettings(length, blocklists, cost, limits, ceilings, peppers, foreign, more);
    }

    private PasswordSettings withLimits(HashingLimits newLimits) {
        return new PasswordSettings(length, blocklists, cost, newLimits, ceilings, peppers, foreign, formats);
    }

    private PasswordSettings withBlocklists(Blocklists lists) {
        return new PasswordSettings(length, lists, cost, limits, ceilings, peppers, foreign, formats);
    }

    private PasswordSettings withForeign(ForeignSecrets secrets) {
        return new PasswordSettings(length, blocklists, cost, limits, ceilings, peppers, secrets, formats);
    }
}
