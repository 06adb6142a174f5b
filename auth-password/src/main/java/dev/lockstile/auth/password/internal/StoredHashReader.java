package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a password column holds. Besides plain texts there are two forms of our own:
 *
 * <ul>
 *   <li>{@code $wrap$<format>$<salt>$argon2id$...}: Argon2id over the digest of a weak format
 *   <li>{@code $as$<format>$<text>}: a text whose format its shape does not tell
 * </ul>
 */
final class StoredHashReader {

    /** Longer texts are no hash of any format. */
    static final int LONGEST = 2_048;

    private static final Logger LOG = LoggerFactory.getLogger(StoredHashReader.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Pattern WRAP =
            Pattern.compile("\\$wrap\\$([a-z0-9_]{1,40})\\$([A-Za-z0-9+/]{0,172})(\\$argon2id\\$.{1,300})");
    private static final Pattern AS = Pattern.compile("\\$as\\$([a-z0-9_]{1,40})\\$(.{1,2048})");

    private final LegacyHashFormats table;
    private final Argon2Hashes own;
    private final RehashRule rehash;

    StoredHashReader(LegacyHashFormats table, Argon2Hashes own, RehashRule rehash) {
        this.table = table;
        this.own = own;
        this.rehash = rehash;
    }

    static String wrap(WeakFormat format, Salted salted, String sealed) {
        return "$wrap$" + format.id() + "$" + Encodings.b64(salted.salt()) + sealed;
    }

    static String as(PasswordFormat format, String stored) {
        return "$as$" + format.id() + "$" + stored;
    }

    /** The Argon2id hash in a wrapped text; null for any other. */
    static @Nullable String sealedIn(String stored) {
        Matcher wrapped = WRAP.matcher(stored);
        return wrapped.matches() ? wrapped.group(3) : null;
    }

    /** The id behind our own marks: {@code argon2id_wrapped}, the named format, or null for a plain text. */
    static @Nullable String markOf(String stored) {
        if (WRAP.matcher(stored).matches()) {
            return "argon2id_wrapped";
        }
        Matcher as = AS.matcher(stored);
        return as.matches() ? as.group(1) : null;
    }

    /**
     * The ways to check a text, none when no password can match it.
     *
     * @throws RefusedHashException when the figures are beyond the ceilings
     */
    List<Attempt> read(@Nullable String stored) {
        return stored == null || stored.isEmpty() || stored.length() > LONGEST
                ? List.of()
                : attempts(table.readable(stored));
    }

    private List<Attempt> attempts(String stored) {
        Matcher wrapped = WRAP.matcher(stored);
        if (wrapped.matches()) {
            return wrapped(wrapped.group(1), wrapped.group(2), wrapped.group(3));
        }
        Matcher as = AS.matcher(stored);
        if (as.matches()) {
            PasswordFormat format = table.named(as.group(1));
            return format == null ? List.of() : foreign(List.of(format), as.group(2));
        }
        Argon2Text text = Argon2Text.parse(stored);
        if (text != null) {
            boolean current = rehash.isCurrent(text);
            return List.of(new Attempt(own.verifier(text), current, current, rehash.isWeaker(text), typed -> typed));
        }
        return foreign(table.bySight(stored), stored);
    }

    private List<Attempt> wrapped(String id, String salt, String sealed) {
        Argon2Text text = Argon2Text.parse(sealed);
        if (!(table.named(id) instanceof WeakFormat format) || text == null) {
            return List.of();
        }
        Verifier outer = own.verifier(text);
        byte[] inner = Encodings.b64(salt);
        Verifier verifier = password -> outer.test(format.compute(inner, password));
        return List.of(new Attempt(verifier, false, rehash.isCurrent(text), true, format::significant));
    }

    private List<Attempt> foreign(List<PasswordFormat> formats, String stored) {
        List<Attempt> attempts = new ArrayList<>();
        for (PasswordFormat format : formats) {
            Verifier verifier = verifier(format, stored);
            if (verifier != null && attempts.size() < MOST_ATTEMPTS) {
                attempts.add(new Attempt(verifier, false, false, true, typed -> significant(format, stored, typed)));
            }
        }
        return attempts;
    }

    /** Behind a prefix stands a format of its own. */
    private static byte[] significant(PasswordFormat format, String stored, byte[] typed) {
        String body = format instanceof PrefixedFormat prefixed ? prefixed.body(stored) : null;
        PasswordFormat inner = body == null ? null : ((PrefixedFormat) format).inner(body);
        return (inner == null ? format : inner).significant(typed.clone());
    }

    private static @Nullable Verifier verifier(PasswordFormat format, String stored) {
        if (format instanceof Format builtIn) {
            return builtIn.parse(stored);
        }
        return password -> {
            try {
                return format.recognises(stored) && format.matches(stored, password.clone());
            } catch (HashingBusyException busy) {
                throw busy;
            } catch (RuntimeException broken) {
                // the kind alone: a message of the host's code could quote the hash
                LOG.warn(
                        "password format {} failed with {}",
                        format.id(),
                        broken.getClass().getName());
                return false;
            }
        };
    }
}
