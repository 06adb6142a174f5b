package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.snapshot.MainAccount;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.write.PersonPlan;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.internal.journal.PeopleToReview;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a second row of a person adds to the account that it is merged into. Reads and writes nothing. */
final class SecondRowPlanner {

    private final SecondRowRules secondRowRules;
    private final LegacyPasswords passwords;
    private final OwnedRowsPlanner ownedRows;
    private final FactorPlanner factors;

    SecondRowPlanner(PlanningInput planningInput) {
        this.secondRowRules = planningInput.secondRowRules();
        this.passwords = planningInput.passwords();
        this.ownedRows = new OwnedRowsPlanner(secondRowRules.conflicts(), RowUpdates.NONE);
        this.factors = new FactorPlanner(planningInput.factors(), ownedRows);
    }

    PersonPlan merged(PersonDraft person, MainAccount main, TargetSnapshot target) {
        UserDraft user = person.user();
        RunCounts runCounts = new RunCounts();
        ConflictOutcome assigned = ConflictOutcome.of(user, secondRowRules.conflicts(), target.taken());
        runCounts.count(user.origin().entity(), State.MERGED);
        runCounts.warn(user.findings());
        SecondRow second = SecondRow.of(user, main, secondRowRules);
        List<IdentifierAssignment> claims = second.claims(assigned, runCounts);
        Secret password = password(second, person, target, runCounts);
        boolean guarded = person.hasSecondFactor() && password == null;
        FirstProfile whole = second.profile(runCounts);
        FirstProfile profile = guarded ? SecondRow.withoutRole(whole) : whole;
        FirstProfile about = guarded ? SecondRow.withoutRole(second.about()) : second.about();
        if (profile != null) {
            runCounts.added(Entity.PROFILES);
        }
        PersonDraft all = second.fills() ? person : withoutOwnedRows(person, runCounts);
        PersonDraft free = main.isUsedInTarget() ? withoutSocials(all, target, runCounts) : all;
        PersonDraft importable = guarded ? SecondRow.withoutSocialsAndRoles(free, runCounts) : free;
        PeopleToReview.privilegedByRole(importable, runCounts);
        return new PersonPlan(
                        user.origin(),
                        user.times(),
                        null,
                        main.id(),
                        new PersonPlan.Fill(claims, password, about, !main.importedNow()),
                        ownedRows.missing(
                                DefaultProfile.later(importable.profiles()).profiles(), target, runCounts),
                        profile,
                        ownedRows.devices(importable.devices(), target, runCounts),
                        ownedRows.socials(importable.socials(), target, runCounts),
                        runCounts)
                .with(factors.second(importable, password != null, target, runCounts))
                .onlyTo(main.untouched());
    }

    /**
     * Leaves out accounts at other sites: the account has an owner in the target, who may be another person than the
     * writer of the source row.
     */
    private PersonDraft withoutSocials(PersonDraft person, TargetSnapshot target, RunCounts runCounts) {
        if (!target.kept().socials()) {
            return person;
        }
        ownedRows.leaveAlone(person.socials(), runCounts);
        return person.withoutSocials();
    }

    /** Returns the row's password; null also where its second factor cannot be imported with it. */
    private @Nullable Secret password(
            SecondRow second, PersonDraft person, TargetSnapshot target, RunCounts runCounts) {
        UserDraft user = person.user();
        ImportOutcome outcome = passwords.of(user);
        runCounts.hashFormat(outcome.format());
        LegacyPasswords.warning(outcome).ifPresent(runCounts::warn);
        Secret password = second.password(outcome, runCounts);
        if (password == null || factors.obstacle(person, target) == null) {
            return password;
        }
        runCounts.warn(SecondRow.PASSWORD_DROPPED);
        return null;
    }

    /** Leaves out the profiles, devices, accounts at other sites and factors of a row that fills nothing. */
    private static PersonDraft withoutOwnedRows(PersonDraft person, RunCounts runCounts) {
        person.ownedRows().forEach(row -> runCounts.skip(row.origin().entity(), SecondRow.UNPROVEN));
        return PersonDraft.alone(person.user());
    }

    /**
     * Returns true for a row imported earlier, unless it may still fill the account that it was merged into: by the
     * address that both have, and in the present state of both.
     */
    boolean bringsNothing(UserDraft user, LegacyLinkInfo known, TargetSnapshot target) {
        return secondRowRules
                .target(user)
                .flatMap(owner -> Optional.ofNullable(target.mains().get(owner.key())))
                .filter(main -> main.isOf(known))
                .filter(main -> SecondRow.of(user, main, secondRowRules).fills())
                .isEmpty();
    }

    /** Gives the new profiles of a row imported earlier the default role where its second factor was left out. */
    PersonDraft guarded(PersonDraft person, TargetSnapshot target, RunCounts runCounts) {
        return person.hasSecondFactor() && !FactorPlanner.isKnown(person, target)
                ? person.with(person.user(), SecondRow.withoutNewRoles(person, target, runCounts))
                : person;
    }

    /** Counts the rows that are in the target, and leaves out all others. */
    PersonPlan later(PersonDraft person, LegacyLinkInfo known, TargetSnapshot target) {
        RunCounts runCounts = new RunCounts();
        ownedRows.countKnown(known, person.user().origin(), target, runCounts);
        for (OwnedRow row : person.ownedRows()) {
            Origin origin = row.origin();
            target.entry(origin)
                    .ifPresentOrElse(
                            entry -> ownedRows.countKnown(entry, origin, target, runCounts),
                            () -> runCounts.skip(origin.entity(), SecondRow.UNPROVEN));
        }
        return PersonPlan.nothing(person.user(), runCounts);
    }
}
