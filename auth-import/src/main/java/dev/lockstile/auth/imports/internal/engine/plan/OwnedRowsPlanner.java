package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.draft.DeviceDraft;
import dev.lockstile.auth.imports.draft.Finding;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.draft.OwnedRow;
import dev.lockstile.auth.imports.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.LegacyEntry;
import java.util.List;
import java.util.Optional;

/** Decides which of a person's profiles, devices and social accounts are to be written, and counts all of them. */
record OwnedRowsPlanner(IdentifierConflicts election, RowUpdates renewals) {

    List<DeviceDraft> devices(List<DeviceDraft> devices, TargetSnapshot here, RunCounts tally) {
        return here.kept().devices() ? missing(devices, here, tally) : skipAll(devices, tally);
    }

    List<SocialDraft> socials(List<SocialDraft> socials, TargetSnapshot here, RunCounts tally) {
        if (!here.kept().socials()) {
            return skipAll(socials, tally);
        }
        List<SocialDraft> usable =
                socials.stream().filter(social -> isUsable(social, tally)).toList();
        return missing(usable, here, tally);
    }

    private boolean isUsable(SocialDraft social, RunCounts tally) {
        SocialIdentity identity = social.identity();
        if (identity == null) {
            tally.quarantine(social.origin(), new Finding("social_without_id", "provider_user_id", "nothing to hold"));
            return false;
        }
        if (!election.firstToName(identity, social.origin())) {
            tally.quarantine(social.origin(), new Finding("social_duplicate", "provider_user_id", "named before"));
            return false;
        }
        return true;
    }

    /** Those that are not here yet; all are counted. */
    <B extends OwnedRow> List<B> missing(List<B> belongings, TargetSnapshot here, RunCounts tally) {
        return belongings.stream()
                .filter(belonging -> isMissing(belonging, here, tally))
                .toList();
    }

    private boolean isMissing(OwnedRow belonging, TargetSnapshot here, RunCounts tally) {
        Origin origin = belonging.origin();
        Optional<LegacyEntry> known = here.entry(origin);
        if (known.isPresent()) {
            countKnown(known.get(), origin, here, tally);
            return false;
        }
        tally.count(origin.entity(), State.CREATED);
        tally.warn(belonging.findings());
        return true;
    }

    /** A row this very run wrote before it was broken off counts as created still. */
    void countKnown(LegacyEntry known, Origin origin, TargetSnapshot here, RunCounts tally) {
        String key = here.ledger().key(origin);
        boolean ours = known.origin().runId().equals(here.ledger().runId());
        boolean updated = renewals.updates(key) || here.written().updated().contains(key);
        tally.count(origin.entity(), ours ? State.CREATED : updated ? State.UPDATED : State.UNCHANGED);
        boolean same = known.origin().fingerprint().equals(origin.fingerprint());
        if (!ours && !same && !renewals.covers(key)) {
            tally.warn(List.of(UpdatePlanner.left(origin, known, here)));
        }
    }

    private static <B extends OwnedRow> List<B> skipAll(List<B> belongings, RunCounts tally) {
        belongings.forEach(belonging -> tally.skip(belonging.origin().entity(), "not_kept_here"));
        return List.of();
    }
}
