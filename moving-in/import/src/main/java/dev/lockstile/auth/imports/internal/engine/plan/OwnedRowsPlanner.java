package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which of a person's profiles, devices and social accounts are written, and counts all of them. */
record OwnedRowsPlanner(IdentifierConflicts conflicts, RowUpdates rowUpdates) {

    /** Warning: an account at another site is new in the source, and its owner has used the account in the target. */
    private static final String SOCIAL_LEFT_ALONE = "social_account_left_alone";

    List<DeviceDraft> devices(List<DeviceDraft> devices, TargetSnapshot target, RunCounts runCounts) {
        return target.kept().devices() ? missing(devices, target, runCounts) : skipAll(devices, runCounts);
    }

    List<SocialDraft> socials(List<SocialDraft> socials, TargetSnapshot target, RunCounts runCounts) {
        if (!target.kept().socials()) {
            return skipAll(socials, runCounts);
        }
        List<SocialDraft> usable =
                socials.stream().filter(social -> isUsable(social, runCounts)).toList();
        usable.stream()
                .map(SocialDraft::identity)
                .flatMap(Stream::ofNullable)
                .forEach(identity -> runCounts.socialProvider(identity.provider()));
        return missing(usable, target, runCounts);
    }

    /**
     * Plans the accounts at other sites of a person imported earlier. A new one opens the account, so it is imported
     * only where the account was not used in the target.
     */
    List<SocialDraft> laterSocials(PersonDraft person, TargetSnapshot target, RunCounts runCounts) {
        String key = person.user().origin().keyIn(target.ledger());
        if (!target.kept().socials() || target.factors().untouched().containsKey(key)) {
            return socials(person.socials(), target, runCounts);
        }
        Map<Boolean, List<SocialDraft>> byKnown = person.socials().stream()
                .collect(Collectors.partitioningBy(
                        social -> target.entry(social.origin()).isPresent()));
        leaveAlone(byKnown.getOrDefault(false, List.of()), runCounts);
        return socials(byKnown.getOrDefault(true, List.of()), target, runCounts);
    }

    /** Counts the accounts at other sites that are left out of an account used in the target. */
    void leaveAlone(List<SocialDraft> socials, RunCounts runCounts) {
        for (SocialDraft social : socials) {
            if (isUsable(social, runCounts)) {
                runCounts.skip(social.origin().entity(), SOCIAL_LEFT_ALONE);
                runCounts.warn(SOCIAL_LEFT_ALONE);
            }
        }
    }

    private boolean isUsable(SocialDraft social, RunCounts runCounts) {
        SocialIdentity identity = social.identity();
        if (identity == null) {
            runCounts.quarantine(
                    social.origin(),
                    new Finding(QuarantineReason.SOCIAL_WITHOUT_ID.code(), "provider_user_id", "nothing to hold"));
            return false;
        }
        if (!conflicts.firstToName(identity, social.origin())) {
            runCounts.quarantine(
                    social.origin(),
                    new Finding(QuarantineReason.SOCIAL_DUPLICATE.code(), "provider_user_id", "named before"));
            return false;
        }
        return true;
    }

    /** Returns the rows that are not in the target yet; counts all of them. */
    <B extends OwnedRow> List<B> missing(List<B> ownedRows, TargetSnapshot target, RunCounts runCounts) {
        return ownedRows.stream()
                .filter(row -> isMissing(row, target, runCounts))
                .toList();
    }

    private boolean isMissing(OwnedRow row, TargetSnapshot target, RunCounts runCounts) {
        Origin origin = row.origin();
        Optional<LegacyLinkInfo> known = target.entry(origin);
        if (known.isPresent()) {
            countKnown(known.get(), origin, target, runCounts);
            return false;
        }
        runCounts.count(origin.entity(), State.CREATED);
        runCounts.warn(row.findings());
        return true;
    }

    /** Counts a row that is in the ledger; one that this run wrote before it was interrupted counts as created. */
    void countKnown(LegacyLinkInfo known, Origin origin, TargetSnapshot target, RunCounts runCounts) {
        String key = origin.keyIn(target.ledger());
        boolean byThisRun = known.origin().runId().equals(target.ledger().runId());
        boolean updated = rowUpdates.updates(key) || target.written().updated().contains(key);
        runCounts.count(origin.entity(), byThisRun ? State.CREATED : updated ? State.UPDATED : State.UNCHANGED);
        boolean same = known.origin().fingerprint().equals(origin.fingerprint());
        if (!byThisRun && !same && !rowUpdates.covers(key)) {
            runCounts.warn(List.of(UpdatePlanner.left(origin, known, target)));
        }
    }

    private static <B extends OwnedRow> List<B> skipAll(List<B> ownedRows, RunCounts runCounts) {
        ownedRows.forEach(row -> runCounts.skip(row.origin().entity(), "not_stored_by_host"));
        return List.of();
    }
}
