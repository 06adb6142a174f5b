package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.password.PasswordFormats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The old passwords of the batch at hand, each looked at once: wrapping a weak hash costs as much as a sign-in. */
final class OldPasswords {

    private final PasswordFormats formats;
    private final ImportHints hints;
    private final Map<Object, ImportOutcome> outcomes = new ConcurrentHashMap<>();
    private final Map<Object, Boolean> same = new ConcurrentHashMap<>();

    OldPasswords(PasswordFormats formats, ImportHints hints) {
        this.formats = formats;
        this.hints = hints;
    }

    /** Forgets the batch before and looks at all new and changed users of the next one, on all processors. */
    void prepare(List<PersonDraft> people, Here here) {
        outcomes.clear();
        people.parallelStream()
                .map(PersonDraft::user)
                .filter(user -> here.entry(user.origin()).isEmpty() || here.isChanged(user.origin()))
                .forEach(this::of);
    }

    ImportOutcome of(UserDraft user) {
        return outcomes.computeIfAbsent(user.origin(), key -> outcome(user.password()));
    }

    /** True when a text here is the user's old password as an import has stored it. */
    boolean isSame(UserDraft user, String here) {
        return same.computeIfAbsent(user.origin(), key -> {
            Secret old = user.password();
            return formats.isImportOf(here, old == null ? null : old.reveal(), hints);
        });
    }

    /** The warning that a person comes without the old password; empty where there is nothing to warn of. */
    static Optional<String> warning(ImportOutcome outcome) {
        return switch (outcome.kind()) {
            case UNKNOWN -> Optional.of("hash_unknown");
            case AMBIGUOUS -> Optional.of("hash_ambiguous");
            case REFUSED -> Optional.of("hash_refused");
            case AS_IS, NAMED, CONVERTED, WRAPPED, NO_PASSWORD, UNUSABLE -> Optional.empty();
        };
    }

    private ImportOutcome outcome(@Nullable Secret password) {
        return formats.importable(password == null ? null : password.reveal(), hints);
    }
}
