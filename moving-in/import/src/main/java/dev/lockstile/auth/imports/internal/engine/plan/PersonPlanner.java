package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.Refusal;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.snapshot.MainAccount;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.PersonPlan;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.internal.journal.PeopleToReview;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how a person is imported, from the source rows and the snapshot of the target. Reads and writes nothing. */
public final class PersonPlanner {

    private static final Finding OWNER_QUARANTINED =
            new Finding(QuarantineReason.OWNER_QUARANTINED.code(), "user_id", "comes with its user");
    private static final Finding MAIN_ELSEWHERE = new Finding(
            QuarantineReason.MAIN_ACCOUNT_ELSEWHERE.code(),
            "",
            "the account it belongs to goes by another name here, or is gone");

    private final AuthStore store;
    private final SecondRowRules secondRowRules;
    private final LegacyPasswords passwords;
    private final OwnedRowsPlanner ownedRows;
    private final SecondRowPlanner secondRows;
    private final UpdatePlanner updating;
    private final boolean hasProfiles;
    private final KeptIds ids;
    private final FactorRules factorRules;

    public PersonPlanner(AuthStore store, PlanningInput planningInput) {
        this.store = store;
        this.secondRowRules = planningInput.secondRowRules();
        this.passwords = planningInput.passwords();
        this.ownedRows = new OwnedRowsPlanner(secondRowRules.conflicts(), RowUpdates.NONE);
        this.secondRows = new SecondRowPlanner(planningInput);
        this.updating = new UpdatePlanner(store, secondRowRules, passwords, planningInput.updating());
        this.hasProfiles = planningInput.hasProfiles();
        this.ids = planningInput.ids();
        this.factorRules = planningInput.factors();
    }

    public PersonPlan plan(PersonDraft person, TargetSnapshot target) {
        Optional<LegacyLinkInfo> known = target.entry(person.user().origin());
        if (known.isPresent()) {
            return later(person, known.get(), target);
        }
        Refusal refusal = person.user().refusal();
        return refusal == null ? first(person, target) : refused(person, refusal);
    }

    /**
     * Returns the counts of a person whom the store refuses: every row that was not imported earlier goes to
     * quarantine.
     */
    public static RunCounts refused(PersonDraft person, Finding why, TargetSnapshot target) {
        Origin user = person.user().origin();
        boolean known = target.entry(user).isPresent();
        Finding rest = known ? why : OWNER_QUARANTINED;
        RunCounts runCounts = held(person.ownedRows(), rest, target);
        UpdatePlanner.warnOfChanged(person, why, target, runCounts);
        if (known) {
            runCounts.count(user.entity(), State.UNCHANGED);
        } else {
            runCounts.quarantine(user, why);
        }
        return runCounts;
    }

    /**
     * Returns the counts of owned rows that cannot be imported: those imported earlier are unchanged, the others go to
     * quarantine.
     */
    public static RunCounts held(List<? extends OwnedRow> ownedRows, Finding why, TargetSnapshot target) {
        RunCounts runCounts = new RunCounts();
        for (OwnedRow row : ownedRows) {
            if (target.entry(row.origin()).isPresent()) {
                runCounts.count(row.origin().entity(), State.UNCHANGED);
            } else {
                runCounts.quarantine(row.origin(), why);
            }
        }
        return runCounts;
    }

    private static PersonPlan refused(PersonDraft person, Refusal refusal) {
        RunCounts runCounts = new RunCounts();
        Origin origin = person.user().origin();
        if (refusal.state() == State.SKIPPED) {
            runCounts.skip(origin.entity(), refusal.why().reason());
        } else {
            runCounts.quarantine(origin, refusal.why());
        }
        holdBack(person, runCounts);
        return PersonPlan.nothing(person.user(), runCounts);
    }

    private PersonPlan first(PersonDraft person, TargetSnapshot target) {
        Optional<MainAccount> main =
                secondRowRules.target(person.user()).map(owner -> target.mains().get(owner.key()));
        if (main.isEmpty()) {
            return created(person, target);
        }
        return main.get().isElsewhere()
                ? refused(person, new Refusal(State.QUARANTINED, MAIN_ELSEWHERE))
                : secondRows.merged(person, main.get(), target);
    }

    private PersonPlan created(PersonDraft person, TargetSnapshot target) {
        UserDraft user = person.user();
        RunCounts runCounts = new RunCounts();
        ConflictOutcome assigned = ConflictOutcome.of(user, secondRowRules.conflicts(), target.taken());
        Finding obstacle = obstacle(person, assigned, target);
        if (obstacle != null) {
            runCounts.quarantine(user.origin(), obstacle);
            holdBack(person, runCounts);
            return PersonPlan.nothing(user, runCounts);
        }
        runCounts.count(user.origin().entity(), State.CREATED);
        runCounts.warn(user.findings());
        runCounts.warn(assigned.findings());
        PeopleToReview.privileged(person, runCounts);
        PeopleToReview.found(user, user.findings(), runCounts);
        PeopleToReview.found(user, assigned.findings(), runCounts);
        DefaultProfile profiles = DefaultProfile.of(user, person.profiles());
        if (hasProfiles) {
            runCounts.warn(profiles.findings());
        }
        if (profiles.create()) {
            runCounts.added(Entity.PROFILES);
        }
        return new PersonPlan(
                        user.origin(),
                        user.times(),
                        newUser(user, assigned, runCounts),
                        null,
                        null,
                        ownedRows.missing(profiles.profiles(), target, runCounts),
                        profiles.create() ? user.about() : null,
                        ownedRows.devices(person.devices(), target, runCounts),
                        ownedRows.socials(person.socials(), target, runCounts),
                        runCounts)
                .with(factors(ownedRows).first(person, assigned, target, runCounts));
    }

    private FactorPlanner factors(OwnedRowsPlanner rows) {
        return new FactorPlanner(factorRules, rows);
    }

    private PersonPlan later(PersonDraft person, LegacyLinkInfo known, TargetSnapshot target) {
        Origin origin = person.user().origin();
        boolean second = target.isSecondRow(origin);
        if (second && secondRows.bringsNothing(person.user(), known, target)) {
            return secondRows.later(person, known, target);
        }
        Optional<UserId> user = Optional.ofNullable(known.localRef()).flatMap(store::userId);
        RunCounts runCounts = user.isPresent() ? new RunCounts() : held(person.ownedRows(), OWNER_QUARANTINED, target);
        RowUpdates rowUpdates = user.isPresent() ? updating.of(person, target, runCounts) : RowUpdates.NONE;
        OwnedRowsPlanner rest = new OwnedRowsPlanner(secondRowRules.conflicts(), rowUpdates);
        rest.countKnown(known, origin, target, runCounts);
        if (user.isEmpty()) {
            return PersonPlan.nothing(person.user(), runCounts);
        }
        PersonDraft importable = second ? secondRows.guarded(person, target, runCounts) : person;
        return new PersonPlan(
                origin,
                person.user().times(),
                null,
                user.get(),
                null,
                rest.missing(DefaultProfile.later(importable.profiles()).profiles(), target, runCounts),
                null,
                rest.devices(person.devices(), target, runCounts),
                rest.laterSocials(person, target, runCounts),
                rowUpdates,
                factors(rest).later(person, target, runCounts),
                target.factors().untouched().get(origin.keyIn(target.ledger())),
                runCounts);
    }

    private NewUser newUser(UserDraft user, ConflictOutcome assigned, RunCounts runCounts) {
        ImportOutcome password = passwords.of(user);
        runCounts.hashFormat(password.format());
        LegacyPasswords.warning(password).ifPresent(runCounts::warn);
        Secret hash = password.toStore().map(Secret::of).orElse(null);
        UserInfo.Dates old = user.dates();
        UserInfo.Dates dates =
                new UserInfo.Dates(old.joinedAt(), old.lastLoginAt(), old.termsAcceptedAt(), assigned.admittedAt());
        NewUser row = new NewUser(assigned.claims(), hash, user.status(), dates, user.settings(), user.times());
        runCounts.proofs(row);
        return row;
    }

    private @Nullable Finding obstacle(PersonDraft person, ConflictOutcome assigned, TargetSnapshot target) {
        UserDraft user = person.user();
        if (user.origin().legacyId().length() > Ledger.MAX_LEGACY_ID) {
            return new Finding(
                    QuarantineReason.LEGACY_ID_TOO_LONG.code(),
                    "id",
                    "longer than " + Ledger.MAX_LEGACY_ID + " characters");
        }
        Finding ofNames = assigned.obstacle(secondRowRules.policy());
        Finding found = ofNames == null ? ids.obstacle(user.origin(), target.takenIds()) : ofNames;
        return found == null ? factors(ownedRows).obstacle(person, target) : found;
    }

    private static void holdBack(PersonDraft person, RunCounts runCounts) {
        person.ownedRows().forEach(row -> runCounts.quarantine(row.origin(), OWNER_QUARANTINED));
    }
}
