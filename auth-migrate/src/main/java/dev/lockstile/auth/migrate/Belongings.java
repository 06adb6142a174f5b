package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Belonging;
import dev.lockstile.auth.migrate.draft.DeviceDraft;
import dev.lockstile.auth.migrate.draft.Finding;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.SocialDraft;
import dev.lockstile.auth.migrate.report.State;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.LegacyEntry;
import java.util.List;
import java.util.Optional;

/** Decides which of a person's profiles, devices and social accounts are to be written, and counts all of them. */
record Belongings(OwnerElection election, Renewals renewals) {

    List<DeviceDraft> devices(List<DeviceDraft> devices, Here here, Tally tally) {
        return here.kept().devices() ? missing(devices, here, tally) : skipAll(devices, tally);
    }

    List<SocialDraft> socials(List<SocialDraft> socials, Here here, Tally tally) {
        if (!here.kept().socials()) {
            return skipAll(socials, tally);
        }
        List<SocialDraft> usable =
                socials.stream().filter(social -> isUsable(social, tally)).toList();
        return missing(usable, here, tally);
    }

    private boolean isUsable(SocialDraft social, Tally tally) {
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
    <B extends Belonging> List<B> missing(List<B> belongings, Here here, Tally tally) {
        return belongings.stream()
                .filter(belonging -> isMissing(belonging, here, tally))
                .toList();
    }

    private boolean isMissing(Belonging belonging, Here here, Tally tally) {
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
    void countKnown(LegacyEntry known, Origin origin, Here here, Tally tally) {
        String key = here.ledger().key(origin);
        boolean ours = known.origin().runId().equals(here.ledger().runId());
        boolean updated = renewals.updates(key) || here.written().updated().contains(key);
        tally.count(origin.entity(), ours ? State.CREATED : updated ? State.UPDATED : State.UNCHANGED);
        boolean same = known.origin().fingerprint().equals(origin.fingerprint());
        if (!ours && !same && !renewals.covers(key)) {
            tally.warn(List.of(Renewing.left(origin, known, here)));
        }
    }

    private static <B extends Belonging> List<B> skipAll(List<B> belongings, Tally tally) {
        belongings.forEach(belonging -> tally.skip(belonging.origin().entity(), "not_kept_here"));
        return List.of();
    }
}
