package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator application of an old system. One that sign-in cannot verify is refused with a reason:
 * {@code totp_secret_unreadable}, {@code totp_secret_short} (under 80 bits), {@code totp_algorithm},
 * {@code totp_digits}, {@code totp_period}, {@code totp_start}, {@code totp_drift} and {@code totp_step_ahead}.
 *
 * @param secret in base32, without padding; null when it cannot be read
 * @param algorithm the name of the HMAC's digest, such as {@code SHA1}, in any spelling
 * @param digits of a code
 * @param period of a step, in seconds
 * @param start the second from which steps are counted, 0 for 1970
 * @param drift clock drift of the device in steps, as recorded by the old system
 * @param lastStep the last step whose code it accepted; -1 for none
 */
public record OldTotp(
        @Nullable Secret secret, String algorithm, long digits, long period, long start, long drift, long lastStep) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int DIGITS = 6;
    private static final int PERIOD = 30;
    private static final int WINDOW = 1;
    private static final int FEWEST_CHARACTERS = 16;
    private static final int MOST_CHARACTERS = 128;

    /**
     * {@return an application with six digits and 30 seconds, counted from 1970}
     *
     * @param raw the secret, for instance from {@link dev.lockstile.auth.imports.source.SourceRow#bytes}
     */
    public static OldTotp ofBytes(byte[] raw) {
        return ofHex(HexFormat.of().formatHex(raw));
    }

    /**
     * {@return an application with the secret in hexadecimal digits}
     *
     * @param hex the secret; null when it cannot be read. Do not pass the text of a column of raw bytes
     */
    public static OldTotp ofHex(@Nullable String hex) {
        return usual(hex == null ? null : base32(hex.strip()).orElse(null));
    }

    /**
     * {@return an application with the secret in base32, in any letter case, padded or not}
     *
     * @param text the secret; null when it cannot be read
     */
    public static OldTotp ofBase32(@Nullable String text) {
        if (text == null) {
            return usual(null);
        }
        String bare = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        boolean readable = bare.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return usual(readable && !bare.isEmpty() ? bare : null);
    }

    /**
     * {@return a copy with another algorithm}
     *
     * @param name of the HMAC's digest
     */
    public OldTotp withAlgorithm(String name) {
        return new OldTotp(secret, name, digits, period, start, drift, lastStep);
    }

    /**
     * {@return a copy with another form of codes}
     *
     * @param newDigits of a code
     * @param newPeriod in seconds
     */
    public OldTotp withForm(long newDigits, long newPeriod) {
        return new OldTotp(secret, algorithm, newDigits, newPeriod, start, drift, lastStep);
    }

    /**
     * {@return a copy with another clock}
     *
     * @param newStart the second from which steps are counted
     * @param newDrift clock drift of the device in steps
     */
    public OldTotp withClock(long newStart, long newDrift) {
        return new OldTotp(secret, algorithm, digits, period, newStart, newDrift, lastStep);
    }

    /**
     * {@return a copy with another last step}
     *
     * @param step the last one whose code was accepted; -1 for none
     */
    public OldTotp withLastStep(long step) {
        return new OldTotp(secret, algorithm, digits, period, start, drift, step);
    }

    /**
     * {@return a copy with the step of that time as the last one: codes that were valid then are not accepted again}
     *
     * @param moment when the old system last accepted a code
     */
    public OldTotp usedAt(Instant moment) {
        return withLastStep(step(moment) + WINDOW);
    }

    /**
     * The factor, or {@link ImportedFactor.Unusable} with the reason.
     *
     * @param now no step ahead of it counts as one that was used
     */
    ImportedFactor factor(Instant now) {
        Secret key = secret;
        String obstacle = key == null ? "totp_secret_unreadable" : obstacle(key.reveal(), now);
        return key != null && obstacle == null
                ? new ImportedFactor.Totp(key, lastStep)
                : new ImportedFactor.Unusable(String.valueOf(obstacle));
    }

    private @Nullable String obstacle(String key, Instant now) {
        if (key.length() > MOST_CHARACTERS) {
            return "totp_secret_unreadable";
        }
        if (key.length() < FEWEST_CHARACTERS) {
            return "totp_secret_short";
        }
        if (!algorithm.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT).matches("(HMAC)?SHA1")) {
            return "totp_algorithm";
        }
        if (digits != DIGITS) {
            return "totp_digits";
        }
        return period == PERIOD ? obstacleOfClock(now) : "totp_period";
    }

    private @Nullable String obstacleOfClock(Instant now) {
        if (start != 0) {
            return "totp_start";
        }
        if (Math.abs(drift) > WINDOW) {
            return "totp_drift";
        }
        return lastStep > step(now) + 2 * WINDOW ? "totp_step_ahead" : null;
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), PERIOD);
    }

    private static OldTotp usual(@Nullable String base32) {
        return new OldTotp(base32 == null ? null : Secret.of(base32), "SHA1", DIGITS, PERIOD, 0, 0, -1);
    }

    private static Optional<String> base32(String hex) {
        if (hex.isEmpty() || hex.length() % 2 != 0 || !hex.matches("[0-9A-Fa-f]+")) {
            return Optional.empty();
        }
        StringBuilder bits = new StringBuilder();
        hex.chars().forEach(c -> {
            String four = Integer.toBinaryString(Character.digit(c, 16));
            bits.append("0".repeat(4 - four.length())).append(four);
        });
        bits.append("0".repeat((5 - bits.length() % 5) % 5));
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bits.length(); at += 5) {
            text.append(ALPHABET.charAt(Integer.parseInt(bits.substring(at, at + 5), 2)));
        }
        return Optional.of(text.toString());
    }
}
