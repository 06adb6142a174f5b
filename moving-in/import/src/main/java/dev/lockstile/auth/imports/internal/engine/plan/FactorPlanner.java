package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.write.FactorPlan;
import dev.lockstile.auth.imports.internal.journal.PeopleToReview;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which second factors of a person are to be written, and counts all of them. An account that had a factor over
 * there never comes without one by itself: it is locked, unless the mover allows the loss.
 */
record FactorPlanner(FactorRules rules, OwnedRowsPlanner rows) {

    private static final String LOCKED = "second_factor_locked";
    private static final String LOST = "second_factor_lost";
    private static final String LEFT_ALONE = "second_factor_left_alone";
    private static final String OF_SECOND_ROW = "second_factor_of_second_row";
    private static final String UNPROVEN = "passkey_unproven_address";
    private static final String NOT_STORED = "not_stored_by_host";

    /** Why a person with a second factor cannot come at all; null when nothing stands against it. */
    @Nullable
    Finding obstacle(PersonDraft person, TargetSnapshot target) {
        return person.hasSecondFactor() && !isKept(target) && !rules.lossAllowed()
                ? new Finding(
                        QuarantineReason.SECOND_FACTOR_NOT_KEPT.code(), "", "the host keeps none, or gave no keys")
                : null;
    }

    private boolean isKept(TargetSnapshot target) {
        return rules.sealed() && target.kept().totps();
    }

    /**
     * The factors of an imported person. A passkey signs in alone, so without a proven address none does: who proves
     * it first here would share the account with the person who made the passkey.
     */
    FactorPlan first(PersonDraft person, ConflictOutcome assigned, TargetSnapshot target, RunCounts counts) {
        return taken(assigned.anyProven() ? person : withoutPasskeys(person), target, counts);
    }

    private static PersonDraft withoutPasskeys(PersonDraft person) {
        return person.withFactors(person.factors().stream()
                .map(draft ->
                        isPasskey(draft) ? new FactorDraft(draft.origin(), unproven(draft), draft.findings()) : draft)
                .toList());
    }

    /** One that the old system did not ask for locks no account. */
    private static ImportedFactor unproven(FactorDraft draft) {
        return draft.isDemanded() ? new ImportedFactor.Unusable(UNPROVEN) : new ImportedFactor.LeftOut(UNPROVEN);
    }

    private FactorPlan taken(PersonDraft person, TargetSnapshot target, RunCounts counts) {
        if (!isKept(target)) {
            skipAll(person.factors(), NOT_STORED, counts);
            if (person.hasSecondFactor()) {
                tell(LOST, person, counts);
            }
            return FactorPlan.NONE;
        }
        Optional<FactorDraft> totp = best(person.factors());
        boolean lost = person.hasSecondFactor()
                && totp.isEmpty()
                && person.factors().stream()
                        .noneMatch(draft -> isPasskey(draft) && target.kept().passkeys());
        List<FactorDraft> taken = new ArrayList<>();
        for (FactorDraft draft : person.factors()) {
            String obstacle = obstacle(draft, totp, target, lost && rules.lossAllowed());
            if (obstacle == null) {
                take(draft, counts);
                taken.add(draft);
            } else {
                skip(draft, obstacle, counts);
            }
        }
        return new FactorPlan(taken, lost ? lock(person, counts) : null, List.of());
    }

    /**
     * Factors of a second row that brings no password with them stay out. One that does has proven the address over
     * there.
     */
    FactorPlan second(PersonDraft person, boolean opens, TargetSnapshot target, RunCounts counts) {
        if (opens) {
            return taken(person, target, counts);
        }
        skipAll(person.factors(), OF_SECOND_ROW, counts);
        return FactorPlan.NONE;
    }

    /**
     * The factors of a person who came earlier. None comes back that was removed here, and none comes to an account
     * that was used here: a person who still gets into the old system need not be the account's owner by now.
     */
    FactorPlan later(PersonDraft everything, TargetSnapshot target, RunCounts counts) {
        if (everything.factors().isEmpty()) {
            return FactorPlan.NONE;
        }
        PersonDraft person =
                target.factors().isProven(everything.user().origin().keyIn(target.ledger()))
                        ? everything
                        : withoutPasskeys(everything);
        Origin lock = lockOf(person);
        String personKey = person.user().origin().keyIn(target.ledger());
        if (!isKnown(person, target) && target.factors().isFree(personKey)) {
            return taken(person, target, counts);
        }
        target.entry(lock).ifPresent(entry -> rows.countKnown(entry, lock, target, counts));
        List<FactorDraft> advanced = new ArrayList<>();
        for (FactorDraft draft : person.factors()) {
            if (target.entry(draft.origin()).isPresent()) {
                rows.countKnown(target.entry(draft.origin()).get(), draft.origin(), target, counts);
                if (target.factors().isBehind(personKey, draft.origin().keyIn(target.ledger()), draft)) {
                    advanced.add(draft);
                }
            } else {
                skip(draft, draft.factor() instanceof ImportedFactor.LeftOut out ? out.reason() : why(draft), counts);
            }
        }
        return new FactorPlan(List.of(), null, advanced);
    }

    /** True when a factor of the person's has come, or the lock in its place. */
    static boolean isKnown(PersonDraft person, TargetSnapshot target) {
        return target.entry(lockOf(person)).isPresent()
                || person.factors().stream()
                        .anyMatch(draft -> target.entry(draft.origin()).isPresent());
    }

    private static String why(FactorDraft draft) {
        return draft.factor() instanceof ImportedFactor.Unusable unusable ? unusable.reason() : LEFT_ALONE;
    }

    private static @Nullable String obstacle(
            FactorDraft draft, Optional<FactorDraft> totp, TargetSnapshot target, boolean unprotected) {
        ImportedFactor factor = draft.factor();
        if (factor instanceof ImportedFactor.LeftOut out) {
            return out.reason();
        }
        if (factor instanceof ImportedFactor.Unusable unusable) {
            return unusable.reason();
        }
        if (factor instanceof ImportedFactor.Totp) {
            return totp.filter(draft::equals).isPresent() ? null : "totp_beyond_the_first";
        }
        if (isPasskey(draft)) {
            return target.kept().passkeys() ? null : NOT_STORED;
        }
        if (!target.kept().recoveryCodes()) {
            return NOT_STORED;
        }
        return unprotected ? LOST : null;
    }

    private static boolean isPasskey(FactorDraft draft) {
        return draft.factor() instanceof ImportedFactor.Passkey;
    }

    /** Of several applications the one that was used last; an account has one here. */
    private static Optional<FactorDraft> best(List<FactorDraft> factors) {
        return factors.stream()
                .filter(draft -> draft.factor() instanceof ImportedFactor.Totp)
                .max(Comparator.comparingLong(draft -> ((ImportedFactor.Totp) draft.factor()).lastStep()));
    }

    private static void take(FactorDraft draft, RunCounts counts) {
        counts.count(draft.origin().entity(), State.CREATED);
        counts.warn(draft.findings());
        if (draft.factor() instanceof ImportedFactor.RecoveryCodes set) {
            counts.warn("recovery_codes_short", set.codes().size());
        }
    }

    private static void skip(FactorDraft draft, String reason, RunCounts counts) {
        counts.skip(draft.origin().entity(), reason);
        counts.warn(reason);
    }

    private static void skipAll(List<FactorDraft> factors, String reason, RunCounts counts) {
        factors.forEach(draft -> skip(draft, reason, counts));
    }

    private @Nullable Origin lock(PersonDraft person, RunCounts counts) {
        tell(rules.lossAllowed() ? LOST : LOCKED, person, counts);
        if (rules.lossAllowed()) {
            return null;
        }
        counts.count(Entity.FACTOR_LOCKS, State.CREATED);
        return lockOf(person);
    }

    private static void tell(String kind, PersonDraft person, RunCounts counts) {
        counts.warn(kind);
        String why = person.factors().stream()
                .filter(FactorDraft::isDemanded)
                .map(FactorPlanner::kind)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        PeopleToReview.secondFactor(kind, person.user(), why, counts);
    }

    private static String kind(FactorDraft draft) {
        return draft.factor() instanceof ImportedFactor.Unusable unusable
                ? unusable.reason()
                : draft.origin().entity().text();
    }

    /** What the lock of an account is called. */
    private static Origin lockOf(PersonDraft person) {
        return TargetSnapshot.lockOf(person.user().origin());
    }
}
