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
 * Decides which second factors of a person are written, and counts all of them. An account that had a second factor in
 * the source system is locked or goes to quarantine where none can be imported, unless the operator allows the loss.
 */
record FactorPlanner(FactorRules rules, OwnedRowsPlanner rows) {

    private static final String LOCKED = "second_factor_locked";
    private static final String LOST = "second_factor_lost";
    private static final String LEFT_ALONE = "second_factor_left_alone";
    private static final String OF_SECOND_ROW = "second_factor_of_second_row";
    private static final String UNPROVEN = "passkey_unproven_address";
    private static final String NOT_STORED = "not_stored_by_host";

    /** Returns why a person with a second factor is not imported; null when nothing prevents it. */
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
     * Plans the factors of a person who is imported for the first time. A passkey opens the account alone, so passkeys
     * are left out where no address is proven. Otherwise the person who proves the address first would share the
     * account with the owner of the passkey.
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

    /**
     * A passkey that the source system did not ask for after the password does not lock the account when it is left
     * out.
     */
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
     * Plans the factors of a second row. They are left out where the row adds no password; a row that adds one has an
     * address that the source system proved.
     */
    FactorPlan second(PersonDraft person, boolean addsPassword, TargetSnapshot target, RunCounts counts) {
        if (addsPassword) {
            return taken(person, target, counts);
        }
        skipAll(person.factors(), OF_SECOND_ROW, counts);
        return FactorPlan.NONE;
    }

    /**
     * Plans the factors of a person imported earlier. A factor that was removed in the target is not added again, and
     * an account that was used in the target gets none, since a person who can still sign in to the source system may
     * no longer be the owner of the account.
     */
    FactorPlan later(PersonDraft draft, TargetSnapshot target, RunCounts counts) {
        if (draft.factors().isEmpty()) {
            return FactorPlan.NONE;
        }
        PersonDraft person = target.factors().isProven(draft.user().origin().keyIn(target.ledger()))
                ? draft
                : withoutPasskeys(draft);
        Origin lock = lockOf(person);
        String personKey = person.user().origin().keyIn(target.ledger());
        if (!isKnown(person, target) && target.factors().isFree(personKey)) {
            return taken(person, target, counts);
        }
        target.entry(lock).ifPresent(entry -> rows.countKnown(entry, lock, target, counts));
        List<FactorDraft> advanced = new ArrayList<>();
        for (FactorDraft factor : person.factors()) {
            if (target.entry(factor.origin()).isPresent()) {
                rows.countKnown(target.entry(factor.origin()).get(), factor.origin(), target, counts);
                if (target.factors().isBehind(personKey, factor.origin().keyIn(target.ledger()), factor)) {
                    advanced.add(factor);
                }
            } else {
                skip(
                        factor,
                        factor.factor() instanceof ImportedFactor.LeftOut out ? out.reason() : why(factor),
                        counts);
            }
        }
        return new FactorPlan(List.of(), null, advanced);
    }

    /** Returns true when a factor of the person, or the lock in place of one, has been imported. */
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

    /** Returns the application with the latest accepted code, since an account has one application in the target. */
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

    /** Returns the origin of an account's lock, by which the ledger knows it. */
    private static Origin lockOf(PersonDraft person) {
        return TargetSnapshot.lockOf(person.user().origin());
    }
}
