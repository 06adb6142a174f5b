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

    /** The longest password in UTF-8 bytes. A longer one is refused before any hashing, alike for all accounts. */
    public static final int MAX_BYTES = 1_024;

    /**
     * Checks the values.
     *
     * @param length how long a new password must and may be
     * @param blocklists what a new password must not be
     * @param cost what one hash costs
     * @param limits how much is hashed at once
     * @param ceilings the most work a stored hash may ask for
     * @param peppers secrets mixed into every hash
     * @param foreign secrets of the old systems whose hashes are read
     * @param formats the host's own formats
     * @throws IllegalArgumentException when the cost is below OWASP's floor or above the ceilings
     */
    public PasswordSettings {
        formats = List.copyOf(formats);
        if (!cost.meetsFloor() && !cost.equals(Argon2Cost.cheapForTests())) {
            throw new IllegalArgumentException("an Argon2id cost below m=7168, t=5 (or equal work on more memory,"
                    + " such as m=19456, t=2) is too cheap for an attacker: " + cost);
        }
        if (cost.memoryKib() > ceilings.argon2MemoryKib() || cost.work() > ceilings.argon2Work()) {
            throw new IllegalArgumentException(
                    "new hashes would be above the ceilings for stored ones, so no account could sign in: " + cost);
        }
    }

    /** {@return the default: 8 to 128 code points, OWASP's Argon2id cost (ASVS 6.2.1, OWASP password storage sheet)} */
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

    /**
     * {@return settings for a password that is the only factor: at least 15 code points (NIST SP 800-63B-4, 3.1.1.2)}
     */
    public static PasswordSettings nistAal1() {
        return owasp().withLength(ONLY_FACTOR, 128);
    }

    /**
     * {@return settings for a password beside which a second factor is always asked for: at least 8 code points (NIST
     * SP 800-63B-4, 3.1.1.2)} Unless every account must have one, {@code AuthBuilder.build()} refuses these settings
     * with {@code second-factor-missing}.
     */
    public static PasswordSettings nistAal2() {
        return owasp().withLength(new LengthRule(8, 128, true));
    }

    /**
     * {@return a copy with other bounds for the length of new passwords} From 15 on a password needs no second factor
     * beside it (NIST SP 800-63B-4, 3.1.1.2).
     *
     * @param min code points, 8 to 64
     * @param max code points, 64 to 1024
     */
    public PasswordSettings withLength(int min, int max) {
        return withLength(new LengthRule(min, max, length.besideSecondFactor() && min < ONLY_FACTOR));
    }

    private PasswordSettings withLength(LengthRule rule) {
        return new PasswordSettings(rule, blocklists, cost, limits, ceilings, peppers, foreign, formats);
    }

    /**
     * {@return a copy with names of the product and its maker, which no password may be made of}
     *
     * @param words in place of those before
     */
    public PasswordSettings withServiceWords(String... words) {
        return withBlocklists(new Blocklists(List.of(words), blocklists.breached(), blocklists.outage()));
    }

    /**
     * {@return a copy that asks a source of breached passwords about every new one}
     *
     * @param source asked only about passwords in which the other rules find nothing
     * @param outage what happens while it is out of reach
     */
    public PasswordSettings withBreachedPasswords(BreachedPasswords source, BreachOutage outage) {
        return withBlocklists(new Blocklists(blocklists.serviceWords(), source, outage));
    }

    /**
     * {@return a copy with another cost for new hashes; existing ones are upgraded at sign-in when they are cheaper}
     *
     * @param newCost not below {@link Argon2Cost#meetsFloor() the floor}
     */
    public PasswordSettings withCost(Argon2Cost newCost) {
        return new PasswordSettings(length, blocklists, newCost, limits, ceilings, peppers, foreign, formats);
    }

    /**
     * {@return a copy with other limits for hashing}
     *
     * @param permits hashes computed at the same time, 1 to 1024
     * @param waitLimit how long a caller waits for its turn, up to a minute
     */
    public PasswordSettings withPermits(int permits, Duration waitLimit) {
        return withLimits(new HashingLimits(permits, waitLimit, limits.failureFloor()));
    }

    /**
     * {@return a copy with a least time for every failed check, by waiting (not computing) once the permit is given
     * back} Worth it while costly foreign hashes are about: Django's PBKDF2 with a million rounds takes longer to
     * refuse than an Argon2id hash, and no work of ours can make it shorter. Set it a little above the slowest such
     * check, and back to zero when the format report shows none left.
     *
     * @param floor zero for none, up to 10 seconds
     */
    public PasswordSettings withFailureFloor(Duration floor) {
        return withLimits(new HashingLimits(limits.permits(), limits.waitLimit(), floor));
    }

    /**
     * {@return a copy with other ceilings for stored hashes}
     *
     * @param newCeilings the most work a stored hash may ask for
     */
    public PasswordSettings withCeilings(HashCeilings newCeilings) {
        return new PasswordSettings(length, blocklists, cost, limits, newCeilings, peppers, foreign, formats);
    }

    /**
     * {@return a copy that mixes a pepper into new hashes; those without it, or under a retired one, are upgraded at
     * sign-in}
     *
     * @param keys the current pepper and retired ones
     */
    public PasswordSettings withPeppers(PepperKeys keys) {
        return new PasswordSettings(length, blocklists, cost, limits, ceilings, keys, foreign, formats);
    }

    /**
     * {@return a copy with the pepper of a Rails application's Devise hashes; they are named at import}
     *
     * @param pepper Devise's {@code config.pepper}
     */
    public PasswordSettings withDevisePepper(Secret pepper) {
        return withForeign(new ForeignSecrets(pepper, foreign.springSecret(), foreign.firebase()));
    }

    /**
     * {@return a copy with the secret of a Spring application's PBKDF2 and SHA-256 encoders}
     *
     * @param secret what the encoders were made with
     */
    public PasswordSettings withSpringSecret(Secret secret) {
        return withForeign(new ForeignSecrets(foreign.devisePepper(), secret, foreign.firebase()));
    }

    /**
     * {@return a copy with the hash parameters of a Firebase project}
     *
     * @param project as its console shows them
     */
    public PasswordSettings withFirebase(ForeignSecrets.Firebase project) {
        return withForeign(new ForeignSecrets(foreign.devisePepper(), foreign.springSecret(), project));
    }

    /**
     * {@return a copy with one more format of the host's own}
     *
     * @param format asked before the built-in ones
     */
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
