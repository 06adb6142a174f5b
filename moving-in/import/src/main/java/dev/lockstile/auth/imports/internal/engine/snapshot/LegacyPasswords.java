package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The source passwords of one batch, each converted once, since wrapping a weak hash costs as much as a sign-in. A dry
 * run and a comparison compute no hash.
 */
public final class LegacyPasswords {

    private final PasswordFormats formats;
    private final ImportHints hints;
    private final boolean hashing;
    private final Map<Object, ImportOutcome> outcomes = new ConcurrentHashMap<>();

    private LegacyPasswords(PasswordFormats formats, ImportHints hints, boolean hashing) {
        this.formats = formats;
        this.hints = hints;
        this.hashing = hashing;
    }

    /** Creates passwords for rows that are written: weak hashes are wrapped. */
    public static LegacyPasswords wrapping(PasswordFormats formats, ImportHints hints) {
        return new LegacyPasswords(formats, hints, true);
    }

    /** Creates passwords for a plan or a comparison: the findings are the same, and no hash is computed. */
    public static LegacyPasswords foreseeing(PasswordFormats formats, ImportHints hints) {
        return new LegacyPasswords(formats, hints, false);
    }

    /**
     * Drops the previous batch, and converts the passwords of all new and changed users of the next one that the
     * mapping does not reject, on all processors.
     */
    public void prepare(List<PersonDraft> people, TargetSnapshot target, HashingEffort effort) {
        outcomes.clear();
        long start = System.nanoTime();
        people.parallelStream()
                .map(PersonDraft::user)
                .filter(user -> user.refusal() == null)
                .filter(user -> target.entry(user.origin()).isEmpty() || target.isChanged(user.origin()))
                .forEach(this::of);
        long wrapped = outcomes.values().stream()
                .filter(outcome -> outcome.kind() == ImportOutcome.Kind.WRAPPED)
                .count();
        effort.hashed(hashing ? wrapped : 0, System.nanoTime() - start);
    }

    public ImportOutcome of(UserDraft user) {
        return outcomes.computeIfAbsent(user.origin(), key -> outcome(user.password()));
    }

    /**
     * Returns true when a stored text may be the user's source password as an import stores it; {@link #isSame} decides
     * that.
     */
    public boolean maybeSame(UserDraft user, String stored) {
        return isSame(user, stored, (one, other) -> formats.mayBeImportOf(one, other, hints));
    }

    /**
     * Returns true when a stored text is the user's source password as an import stores it. May cost as much as a
     * sign-in.
     */
    public boolean isSame(UserDraft user, String stored) {
        return isSame(user, stored, (one, other) -> formats.isImportOf(one, other, hints));
    }

    /**
     * Compares marks too: a password that has to be replaced is the same only as one that has to be replaced in the
     * target.
     */
    private static boolean isSame(UserDraft user, String stored, BiPredicate<String, @Nullable String> hashes) {
        Optional<MarkedHash> source = MarkedHash.read(text(user.password()));
        return source.isEmpty()
                ? hashes.test(stored, text(user.password()))
                : MarkedHash.read(stored)
                        .filter(marked -> marked.mark() == source.get().mark()
                                && Objects.equals(
                                        marked.validUntil(), source.get().validUntil()))
                        .filter(marked ->
                                hashes.test(marked.hash(), source.get().hash()))
                        .isPresent();
    }

    /** Returns true when the source password is or would be wrapped. */
    public boolean isWrapped(UserDraft user) {
        ImportOutcome known = outcomes.get(user.origin());
        // a wrapped hash that is too long with its mark is refused, and was wrapped before
        return known == null || known.kind() == ImportOutcome.Kind.REFUSED
                ? formats.wraps(MarkedHash.unmarked(text(user.password())), hints)
                : known.kind() == ImportOutcome.Kind.WRAPPED;
    }

    /**
     * Returns the warning that a person is imported without the source password; empty where there is nothing to warn
     * of.
     */
    public static Optional<String> warning(ImportOutcome outcome) {
        return switch (outcome.kind()) {
            case UNKNOWN -> Optional.of("hash_unknown");
            case AMBIGUOUS -> Optional.of("hash_ambiguous");
            case REFUSED -> Optional.of("hash_refused");
            case AS_IS, NAMED, CONVERTED, WRAPPED, NO_PASSWORD, UNUSABLE -> Optional.empty();
        };
    }

    private ImportOutcome outcome(@Nullable Secret password) {
        String old = MarkedHash.unmarked(text(password));
        ImportOutcome found = hashing ? formats.importable(old, hints) : formats.foreseen(old, hints);
        return MarkedHash.read(text(password)).map(mark -> marked(mark, found)).orElse(found);
    }

    private static ImportOutcome marked(MarkedHash mark, ImportOutcome found) {
        String text = found.toStore()
                .map(hash -> new MarkedHash(mark.mark(), mark.validUntil(), hash).text())
                .orElse(null);
        return text == null || text.length() <= MarkedHash.LONGEST
                ? new ImportOutcome(text, found.format(), found.kind())
                : new ImportOutcome(null, found.format(), ImportOutcome.Kind.REFUSED);
    }

    private static @Nullable String text(@Nullable Secret password) {
        return password == null ? null : password.reveal();
    }
}
