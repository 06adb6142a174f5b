package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.HashingLoad;
import dev.lockstile.auth.password.PasswordCheck;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Argon2id for new hashes, every known format for stored ones, behind one gate. */
final class Argon2PasswordHasher implements PasswordHasher {

    private static final Logger LOG = LoggerFactory.getLogger(Argon2PasswordHasher.class);
    private static final PasswordCheck NO = new PasswordCheck(false, false);

    /** What is hashed in place of a password that is not text. */
    private static final PasswordUnicodeForms NOTHING =
            new PasswordUnicodeForms(List.of(new byte[1]), List.of(new byte[1]));

    private final Argon2Hashes own;
    private final StoredHashReader texts;
    private final EqualWork equal;
    private final HashingGate gate;
    private final Duration floor;

    Argon2PasswordHasher(PasswordSettings settings, Argon2Hashes own, StoredHashReader texts, EqualWork equal) {
        this.own = own;
        this.texts = texts;
        this.equal = equal;
        this.gate =
                new HashingGate(settings.limits().permits(), settings.limits().waitLimit());
        this.floor = settings.limits().failureFloor();
    }

    HashingLoad load() {
        return gate.load();
    }

    @Override
    public String hash(Secret password) {
        if (PasswordUnicodeForms.tooLong(password)) {
            throw new IllegalArgumentException("a password has at most 1024 bytes; ask the policy first");
        }
        byte[] text = PasswordUnicodeForms.normal(password);
        if (text == null) {
            throw new IllegalArgumentException("a password is well-formed text; ask the policy first");
        }
        return gate.with(() -> own.seal(text));
    }

    @Override
    public PasswordCheck check(@Nullable String stored, Secret password) {
        if (PasswordUnicodeForms.tooLong(password)) {
            return NO;
        }
        long began = System.nanoTime();
        PasswordUnicodeForms typed = PasswordUnicodeForms.of(password);
        PasswordCheck check = gate.with(() -> typed == null ? refuse() : examine(attempts(stored), typed));
        if (!check.matches()) {
            waitUntil(began + floor.toNanos());
        }
        return check;
    }

    @Override
    public boolean isAmong(List<String> stored, Secret password) {
        PasswordUnicodeForms typed = PasswordUnicodeForms.tooLong(password) ? null : PasswordUnicodeForms.of(password);
        return typed != null && stored.stream().anyMatch(text -> gate.with(() -> matches(attempts(text), typed)));
    }

    private static boolean matches(List<Attempt> attempts, PasswordUnicodeForms typed) {
        return attempts.stream()
                .anyMatch(attempt ->
                        (attempt.own() ? typed.own() : typed.foreign()).stream().anyMatch(form -> test(attempt, form)));
    }

    private PasswordCheck refuse() {
        return examine(List.of(), NOTHING);
    }

    private List<Attempt> attempts(@Nullable String stored) {
        try {
            return texts.read(stored);
        } catch (RefusedHashException refused) {
            LOG.warn("a stored password hash is refused: {}", refused.getMessage());
        } catch (RuntimeException broken) {
            LOG.warn(
                    "a stored password hash cannot be read: {}",
                    broken.getClass().getName());
        }
        return List.of();
    }

    private PasswordCheck examine(List<Attempt> attempts, PasswordUnicodeForms typed) {
        int looks = 0;
        double spent = 0;
        try {
            for (Attempt attempt : attempts) {
                for (byte[] form : attempt.own() ? typed.own() : typed.foreign()) {
                    long began = System.nanoTime();
                    if (test(attempt, form)) {
                        return new PasswordCheck(true, upgrades(attempt, form));
                    }
                    looks++;
                    spent += spent(attempt, Math.max(1, System.nanoTime() - began));
                }
            }
            equal.fill(typed.foreign().size() - spent, typed.own().get(0));
            return NO;
        } catch (HashingBusyException busy) {
            // a wrong attempt that was compared stays one, even where there is no time to hide how cheap that was
            throw looks == 0 ? busy : busy.afterALook();
        }
    }

    private double spent(Attempt attempt, long nanos) {
        if (attempt.exact()) {
            equal.learn(nanos);
            return 1;
        }
        return equal.units(nanos);
    }

    private static boolean upgrades(Attempt attempt, byte[] form) {
        try {
            return attempt.upgrades(form);
        } catch (RuntimeException broken) {
            // a format of the host: without its answer the old hash stays
            LOG.warn("a password format failed with {}", broken.getClass().getName());
            return false;
        }
    }

    private static boolean test(Attempt attempt, byte[] form) {
        try {
            return attempt.verifier().test(form);
        } catch (HashingBusyException busy) {
            throw busy;
        } catch (RuntimeException broken) {
            // a text no parser foresaw: it matches nothing, and says so without quoting itself
            LOG.warn(
                    "a stored password hash cannot be computed: {}",
                    broken.getClass().getName());
            return false;
        }
    }

    private static void waitUntil(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
