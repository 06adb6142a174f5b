package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the rows of a batch that were merged earlier into an account of another row. A row imported in place has a
 * similar entry, but its account's key is the row's own key.
 */
record TargetSecondRows(TargetSnapshot.Question question, Map<String, LegacyLinkInfo> entries) {

    /** Returns the ledger keys of these rows. */
    Set<String> look(AuthTx tx, List<PersonDraft> people) {
        List<UserDraft> merged = people.stream()
                .map(PersonDraft::user)
                .filter(this::createdNothing)
                .toList();
        List<UserDraft> withAccountKey =
                merged.stream().filter(this::hasAccountKey).toList();
        Map<String, List<KeyedLegacyLink>> naming = naming(tx, withAccountKey);
        Set<String> second = new HashSet<>();
        merged.forEach(user -> second.add(key(user)));
        withAccountKey.stream()
                .filter(user -> isInPlace(user, naming.getOrDefault(ref(user), List.of())))
                .forEach(user -> second.remove(key(user)));
        return second;
    }

    private Map<String, List<KeyedLegacyLink>> naming(AuthTx tx, List<UserDraft> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        List<String> refs = users.stream().map(this::ref).toList();
        return ImportTx.in(tx).ledger().naming(refs).stream()
                .collect(Collectors.groupingBy(
                        link -> String.valueOf(link.entry().localRef())));
    }

    /** Returns true for a row imported in place; a merged row can have the account's key by chance. */
    private boolean isInPlace(UserDraft user, List<KeyedLegacyLink> naming) {
        boolean main = user.trust().precedence() == Precedence.MAIN;
        return MergedEntries.others(entry(user).origin(), naming)
                .noneMatch(other -> !main || MergedEntries.isOfAccount(other));
    }

    private boolean createdNothing(UserDraft user) {
        LegacyLinkInfo entry = entries.get(key(user));
        return entry != null && MergedEntries.createdNothing(entry);
    }

    private boolean hasAccountKey(UserDraft user) {
        return question.keyReader()
                .userId(user.origin().legacyId())
                .filter(id -> id.toString().equals(ref(user)))
                .isPresent();
    }

    private String ref(UserDraft user) {
        return String.valueOf(entry(user).localRef());
    }

    private LegacyLinkInfo entry(UserDraft user) {
        return Objects.requireNonNull(entries.get(key(user)));
    }

    private String key(UserDraft user) {
        return user.origin().keyIn(question.ledger());
    }
}
