package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.ForeignSecrets;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.password.ImportOutcome.Kind;
import dev.lockstile.auth.password.PasswordFormat;
import dev.lockstile.auth.password.PasswordFormats;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a migration stores for an old hash of the format that {@link LegacyHashFormats} finds. */
final class StandardPasswordFormats implements PasswordFormats {

    /** What fits the column beside a margin. */
    private static final int LONGEST_STORED = 500;

    private final LegacyHashFormats table;
    private final Argon2Hashes own;
    private final RehashRule rehash;
    private final ForeignSecrets.@Nullable Firebase firebase;

    StandardPasswordFormats(
            LegacyHashFormats table, Argon2Hashes own, RehashRule rehash, ForeignSecrets.@Nullable Firebase firebase) {
        this.table = table;
        this.own = own;
        this.rehash = rehash;
        this.firebase = firebase;
    }

    @Override
    public List<String> ids() {
        return table.ids();
    }

    @Override
    public Map<String, Integer> report(Iterable<? extends @Nullable String> stored) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : stored) {
            counts.merge(formatOf(text), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public String formatOf(@Nullable String stored) {
        if (stored == null || stored.isEmpty()) {
            return "none";
        }
        return stored.length() > StoredHashReader.LONGEST ? "unknown" : formatOfText(table.readable(stored));
    }

    private String formatOfText(String stored) {
        String mark = StoredHashReader.markOf(stored);
        if (mark != null) {
            return mark;
        }
        if (isCurrent(stored)) {
            return "argon2id";
        }
        List<PasswordFormat> formats = table.bySight(stored);
        return formats.isEmpty()
                ? (unusable(stored) ? "unusable" : "unknown")
                : formats.get(0).id();
    }

    @Override
    public ImportOutcome importable(@Nullable String stored, ImportHints hints) {
        return read(stored, hints, own::seal);
    }

    @Override
    public boolean isImportOf(String here, @Nullable String stored, ImportHints hints) {
        String sealed = StoredHashReader.sealedIn(here);
        ImportOutcome outcome =
                read(stored, hints, digest -> sealed != null && own.holds(sealed, digest) ? sealed : "");
        return here.equals(outcome.stored());
    }

    @Override
    public ImportOutcome foreseen(@Nullable String stored, ImportHints hints) {
        return read(stored, hints, digest -> own.blank());
    }

    @Override
    public boolean wraps(@Nullable String stored, ImportHints hints) {
        if (stored == null || stored.isEmpty() || stored.length() > StoredHashReader.LONGEST) {
            return false;
        }
        return (hints.firebaseSalt() != null || table.mayBeWeak(stored)) && PasswordFormats.super.wraps(stored, hints);
    }

    @Override
    public boolean mayBeImportOf(String here, @Nullable String stored, ImportHints hints) {
        String sealed = StoredHashReader.sealedIn(here);
        String kept = sealed != null && Argon2Hashes.isWhole(sealed) ? sealed : "";
        return here.equals(read(stored, hints, digest -> kept).stored());
    }

    private ImportOutcome read(@Nullable String stored, ImportHints hints, Function<byte[], String> seal) {
        if (stored == null || stored.isEmpty()) {
            return new ImportOutcome(null, "none", Kind.NO_PASSWORD);
        }
        if (stored.length() > StoredHashReader.LONGEST) {
            return new ImportOutcome(null, "unknown", Kind.UNKNOWN);
        }
        return readText(table.readable(stored), hints, seal);
    }

    private ImportOutcome readText(String stored, ImportHints hints, Function<byte[], String> seal) {
        String mark = StoredHashReader.markOf(stored);
        if (mark != null || isCurrent(stored)) {
            return new ImportOutcome(stored, mark == null ? "argon2id" : mark, Kind.AS_IS);
        }
        String salt = hints.firebaseSalt();
        String text = salt != null && firebase != null ? FirebaseFormat.write(firebase, salt, stored) : stored;
        return chosen(text, hints, seal);
    }

    private ImportOutcome chosen(String stored, ImportHints hints, Function<byte[], String> seal) {
        LegacyHashFormats.Choice choice = table.choose(stored, hints);
        List<PasswordFormat> formats = choice.formats();
        if (formats.size() == 1) {
            return store(formats.get(0), new Text(stored, choice.onlyByName()), seal);
        }
        if (formats.size() > 1) {
            return new ImportOutcome(null, formats.get(0).id(), Kind.AMBIGUOUS);
        }
        return unusable(stored)
                ? new ImportOutcome(null, "unusable", Kind.UNUSABLE)
                : new ImportOutcome(null, "unknown", Kind.UNKNOWN);
    }

    /**
     * An old text.
     *
     * @param unnamed it alone would not lead to the format, so that the format's name goes with it
     */
    private record Text(String stored, boolean unnamed) {}

    private ImportOutcome store(PasswordFormat format, Text text, Function<byte[], String> seal) {
        try {
            return fitting(convert(format, text, seal));
        } catch (RefusedHashException refused) {
            return new ImportOutcome(null, format.id(), Kind.REFUSED);
        }
    }

    private static ImportOutcome convert(PasswordFormat format, Text text, Function<byte[], String> seal) {
        String stored = text.stored();
        if (format instanceof Format builtIn && builtIn.parse(stored) == null) {
            throw new RefusedHashException("no longer this format");
        }
        if (format instanceof PrefixedFormat prefixed) {
            String body = prefixed.body(stored);
            if (body != null && prefixed.inner(body) instanceof WeakFormat weak) {
                return convert(weak, new Text(body, text.unnamed()), seal);
            }
        }
        if (format instanceof WeakFormat weak) {
            Salted salted = weak.read(stored);
            if (salted != null) {
                String wrapped = StoredHashReader.wrap(weak, salted, seal.apply(salted.digest()));
                return new ImportOutcome(wrapped, weak.id(), Kind.WRAPPED);
            }
        }
        String plain = format instanceof KeycloakFormat ? KeycloakFormat.rewrite(stored) : null;
        if (plain != null) {
            return new ImportOutcome(plain, format.id(), Kind.CONVERTED);
        }
        if (text.unnamed()) {
            return new ImportOutcome(StoredHashReader.as(format, stored), format.id(), Kind.NAMED);
        }
        return new ImportOutcome(stored, format.id(), Kind.AS_IS);
    }

    private static ImportOutcome fitting(ImportOutcome outcome) {
        String stored = outcome.stored();
        if (stored != null && stored.length() > LONGEST_STORED) {
            return new ImportOutcome(null, outcome.format(), Kind.REFUSED);
        }
        return outcome;
    }

    private boolean isCurrent(String stored) {
        try {
            Argon2Text text = Argon2Text.parse(stored);
            return text != null && rehash.isCurrent(text);
        } catch (RefusedHashException refused) {
            return false;
        }
    }

    private static boolean unusable(String stored) {
        return stored.startsWith("!") || stored.startsWith("*");
    }
}
