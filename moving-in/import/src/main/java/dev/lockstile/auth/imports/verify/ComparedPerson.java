package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.write.BatchRows;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a person in source and target, with all rows that belong to the person. Each row gets exactly one outcome.
 */
record ComparedPerson(
        ComparedPeople target,
        ComparedPeople.Question question,
        SourceAndTarget sides,
        ComparedPasswords passwords,
        RunRules rules,
        ComparisonCounts counts) {

    void compare(PersonDraft person) {
        Origin origin = person.user().origin();
        LegacyLinkInfo known = entry(origin).orElse(null);
        String user = known == null ? null : known.localRef();
        if (known == null || user == null) {
            absent(person, known == null ? VerifiedRows.NOT_IN_TARGET : VerifiedRows.FORGOTTEN);
            return;
        }
        SourceAndTarget ofPerson = sides(known, origin);
        user(person, known, ofPerson);
        added(person, known, ofPerson);
        person.profiles().forEach(profile -> profile(profile, person, user));
        person.devices().forEach(device -> device(device, user));
        socials(person, user);
        new ComparedFactors(target, question, counts).compare(person, user);
    }

    private void absent(PersonDraft person, String outcome) {
        counts.count(person.user().origin(), outcome);
        person.ownedRows().stream().map(OwnedRow::origin).forEach(row -> counts.count(row, outcome));
    }

    private Optional<LegacyLinkInfo> entry(Origin origin) {
        return Optional.ofNullable(target.entries().get(origin.keyIn(question.ledger())));
    }

    /** Only a row imported in place has source and target in one table. */
    private SourceAndTarget sides(LegacyLinkInfo entry, Origin origin) {
        return sides.withInPlace(question.inPlace() && isInPlace(entry, origin));
    }

    private static boolean isInPlace(LegacyLinkInfo entry, Origin origin) {
        return entry.localModifiedAt() == null && origin.legacyId().equals(entry.localRef());
    }

    private void user(PersonDraft person, LegacyLinkInfo entry, SourceAndTarget ofPerson) {
        UserDraft user = person.user();
        Origin origin = user.origin();
        String ref = String.valueOf(entry.localRef());
        boolean fromHere = entry.origin().runId().equals(Ledger.WRITTEN_FROM_HERE);
        boolean merged = Ledger.isMerged(entry.origin().runId(), entry.localModifiedAt()) && !ofPerson.inPlace();
        NewUser now = target.users().get(ref);
        if (now == null && !isTouched(LinkedTable.USER, ref)) {
            counts.gone(origin);
        } else if (!isSame(entry, origin)) {
            counts.count(origin, VerifiedRows.CHANGED_AT_SOURCE);
        } else if (merged) {
            counts.count(origin, VerifiedRows.MERGED);
        } else if (now == null || fromHere) {
            counts.count(origin, VerifiedRows.USED_AT_TARGET);
        } else {
            counts.add(compared(user, now, entry, ofPerson));
        }
    }

    private Comparison compared(UserDraft user, NewUser now, LegacyLinkInfo entry, SourceAndTarget ofPerson) {
        Comparison comparison = comparison(user.origin(), entry);
        new ComparedUser(user, now, ofPerson, rules.begunAt(entry.origin().runId())).compare(passwords, comparison);
        new ComparedIdentifiers(
                        user, now.claims(), ofPerson, wanted -> isOwned(wanted) || rules.isKeptForAnother(user, wanted))
                .compare(comparison);
        if (user.isLive()) {
            long marked = question.store()
                    .userId(String.valueOf(entry.localRef()))
                    .map(id -> target.defaults().getOrDefault(id, 0L))
                    .orElse(0L);
            comparison.field("default_profile", 1L, marked);
        }
        return comparison;
    }

    private boolean isOwned(WantedIdentifier wanted) {
        return question.store()
                .read(tx -> tx.users()
                        .byKey(wanted.identifier().kind(), wanted.identifier().key())
                        .isPresent());
    }

    /** Compares the profile that the import created for a person without one. */
    private void added(PersonDraft person, LegacyLinkInfo ofUser, SourceAndTarget ofPerson) {
        Origin origin = BatchRows.added(person.user().origin());
        if (entry(origin).isEmpty()) {
            return;
        }
        boolean isDefault = ofUser.localModifiedAt() != null || ofPerson.inPlace();
        row(origin, LinkedTable.PROFILE, target.profiles()).ifPresent(row -> {
            new ComparedProfile(row.now(), String.valueOf(ofUser.localRef()), sides)
                    .compare(person.user(), isDefault, row.comparison());
            counts.add(row.comparison());
        });
    }

    private void profile(ProfileDraft old, PersonDraft person, String user) {
        row(old.origin(), LinkedTable.PROFILE, target.profiles()).ifPresent(row -> {
            new ComparedProfile(row.now(), user, sides.withInPlace(question.inPlace()))
                    .compare(old, person, row.comparison());
            counts.add(row.comparison());
        });
    }

    private void device(DeviceDraft old, String user) {
        row(old.origin(), LinkedTable.DEVICE, target.devices()).ifPresent(row -> {
            new ComparedParts(user, sides.withInPlace(question.inPlace())).device(old, row.now(), row.comparison());
            counts.add(row.comparison());
        });
    }

    /** The ledger names no row for an account at another site, so it is searched among those of its owner. */
    private void social(SocialDraft old, String user, List<NewSocial> others) {
        Optional<LegacyLinkInfo> entry = entry(old.origin());
        SocialIdentity identity = old.identity();
        if (entry.isEmpty() || identity == null) {
            counts.count(old.origin(), VerifiedRows.NOT_IN_TARGET);
            return;
        }
        Instant noted = entry.get().localModifiedAt();
        Instant writtenAt = noted == null ? old.times().modifiedAt() : noted;
        Optional<NewSocial> now = others.stream()
                .filter(one -> isSame(one, identity))
                .findFirst()
                .or(() -> others.stream()
                        .filter(one -> isLike(one, identity)
                                && one.times().modifiedAt().equals(writtenAt))
                        .findFirst());
        if (now.isEmpty() && target.users().containsKey(user)) {
            counts.gone(old.origin());
        } else if (!isSame(entry.get(), old.origin())) {
            counts.count(old.origin(), VerifiedRows.CHANGED_AT_SOURCE);
        } else if (now.isEmpty() || !now.get().times().modifiedAt().equals(writtenAt)) {
            counts.count(old.origin(), VerifiedRows.USED_AT_TARGET);
        } else {
            Comparison comparison = comparison(old.origin(), entry.get());
            new ComparedParts(user, sides.withInPlace(question.inPlace()))
                    .social(identity, old.times(), now.get(), comparison);
            counts.add(comparison);
        }
    }

    private void socials(PersonDraft person, String user) {
        List<NewSocial> own = target.socials().getOrDefault(user, List.of());
        for (SocialDraft old : person.socials()) {
            social(
                    old,
                    user,
                    own.stream()
                            .filter(one -> person.socials().stream()
                                    .filter(other -> other != old)
                                    .map(SocialDraft::identity)
                                    .noneMatch(other -> other != null && isSame(one, other)))
                            .toList());
        }
    }

    private static boolean isSame(NewSocial row, SocialIdentity identity) {
        return row.identity().provider().equals(identity.provider())
                && row.identity().providerUserId().equals(identity.providerUserId());
    }

    private static boolean isLike(NewSocial row, SocialIdentity identity) {
        return row.identity().provider().equals(identity.provider())
                || row.identity().providerUserId().equals(identity.providerUserId());
    }

    /** A row that was changed neither in the source nor in the target. */
    private record Pair<R>(R now, Comparison comparison) {}

    /** Returns the target's row of a source row; where they cannot be compared, counts the outcome of the row. */
    private <R> Optional<Pair<R>> row(Origin origin, LinkedTable part, Map<String, R> rows) {
        LegacyLinkInfo entry = entry(origin).orElse(null);
        String ref = entry == null ? null : entry.localRef();
        if (entry == null || ref == null) {
            counts.count(origin, VerifiedRows.NOT_IN_TARGET);
            return Optional.empty();
        }
        R now = rows.get(ref);
        if (now == null && !isTouched(part, ref)) {
            counts.gone(origin);
        } else if (!isSame(entry, origin)) {
            counts.count(origin, VerifiedRows.CHANGED_AT_SOURCE);
        } else if (now == null) {
            counts.count(origin, VerifiedRows.USED_AT_TARGET);
        } else {
            return Optional.of(new Pair<>(now, comparison(origin, entry)));
        }
        return Optional.empty();
    }

    /** Begins a comparison with the fields of the source row that are in the ledger entry itself. */
    private Comparison comparison(Origin origin, LegacyLinkInfo entry) {
        Comparison comparison = counts.compare(origin);
        LegacyOrigin noted = entry.origin();
        comparison.field("ledger.source_system", question.ledger().system(), noted.system());
        comparison.field("ledger.entity", origin.entity().text(), noted.entity());
        comparison.field("ledger.legacy_id", origin.legacyId(), noted.legacyId());
        return comparison;
    }

    private boolean isTouched(LinkedTable part, String ref) {
        return target.touched().getOrDefault(part, Set.of()).contains(ref);
    }

    private static boolean isSame(LegacyLinkInfo entry, Origin origin) {
        return entry.origin().fingerprint().equals(origin.fingerprint());
    }
}
