package dev.lockstile.auth.imports.internal.engine.plan;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.Finding;
import dev.lockstile.auth.imports.draft.FirstProfile;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.draft.OwnedRow;
import dev.lockstile.auth.imports.draft.PersonDraft;
import dev.lockstile.auth.imports.draft.Refusal;
import dev.lockstile.auth.imports.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.AssignedIdentifiers;
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
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.Claim;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.NewUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a person. Reads nothing and writes nothing: all it needs is handed to it. */
public final class PersonPlanner {

    private static final Finding OWNER_QUARANTINED = new Finding("owner_quarantined", "user_id", "comes with its user");
    private static final Finding MAIN_ELSEWHERE = new Finding(
            "main_account_elsewhere", "", "the account it belongs to goes by another name here, or is gone");

    private final AuthStore store;
    private final SecondRowRules merging;
    private final LegacyPasswords passwords;
    private final OwnedRowsPlanner belongings;
    private final UpdatePlanner renewing;
    private final boolean profilesThere;
    private final KeptIds ids;

    public PersonPlanner(AuthStore store, PlanningInput thinking) {
        this.store = store;
        this.merging = thinking.merging();
        this.passwords = thinking.passwords();
        this.belongings = new OwnedRowsPlanner(merging.election(), RowUpdates.NONE);
        this.renewing = new UpdatePlanner(store, merging, passwords, thinking.renewing());
        this.profilesThere = thinking.profilesThere();
        this.ids = thinking.ids();
    }

    public PersonPlan plan(PersonDraft person, TargetSnapshot here) {
        Optional<LegacyEntry> known = here.entry(person.user().origin());
        if (known.isPresent()) {
            return later(person, known.get(), here);
        }
        Refusal refusal = person.user().refusal();
        return refusal == null ? first(person, here) : refused(person, refusal);
    }

    /** What to count when the store refuses a person: all that is not here yet goes to quarantine. */
    public static RunCounts refused(PersonDraft person, Finding why, TargetSnapshot here) {
        Origin user = person.user().origin();
        boolean known = here.entry(user).isPresent();
        Finding rest = known ? why : OWNER_QUARANTINED;
        RunCounts tally = held(person.belongings(), rest, here);
        UpdatePlanner.warnOfChanged(person, why, here, tally);
        if (known) {
            tally.count(user.entity(), State.UNCHANGED);
        } else {
            tally.quarantine(user, why);
        }
        return tally;
    }

    /** OwnedRowsPlanner that cannot come in; those that are here already stay. */
    public static RunCounts held(List<? extends OwnedRow> belongings, Finding why, TargetSnapshot here) {
        RunCounts tally = new RunCounts();
        for (OwnedRow belonging : belongings) {
            if (here.entry(belonging.origin()).isPresent()) {
                tally.count(belonging.origin().entity(), State.UNCHANGED);
            } else {
                tally.quarantine(belonging.origin(), why);
            }
        }
        return tally;
    }

    private static PersonPlan refused(PersonDraft person, Refusal refusal) {
        RunCounts tally = new RunCounts();
        Origin origin = person.user().origin();
        if (refusal.state() == State.SKIPPED) {
            tally.skip(origin.entity(), refusal.why().reason());
        } else {
            tally.quarantine(origin, refusal.why());
        }
        holdBack(person, tally);
        return PersonPlan.nothing(person.user(), tally);
    }

    private PersonPlan first(PersonDraft person, TargetSnapshot here) {
        Optional<MainAccount> main =
                merging.target(person.user()).map(target -> here.mains().get(target.key()));
        if (main.isEmpty()) {
            return created(person, here);
        }
        return main.get().isElsewhere()
                ? refused(person, new Refusal(State.QUARANTINED, MAIN_ELSEWHERE))
                : merged(person, main.get(), here);
    }

    private PersonPlan created(PersonDraft person, TargetSnapshot here) {
        UserDraft user = person.user();
        RunCounts tally = new RunCounts();
        AssignedIdentifiers settlement = AssignedIdentifiers.of(user, merging.election(), here.taken());
        Finding obstacle = obstacle(user, settlement, here);
        if (obstacle != null) {
            tally.quarantine(user.origin(), obstacle);
            holdBack(person, tally);
            return PersonPlan.nothing(user, tally);
        }
        tally.count(user.origin().entity(), State.CREATED);
        tally.warn(user.findings());
        tally.warn(settlement.findings());
        PeopleToReview.privileged(person, tally);
        PeopleToReview.found(user, user.findings(), tally);
        PeopleToReview.found(user, settlement.findings(), tally);
        DefaultProfile profiles = DefaultProfile.of(user, person.profiles());
        if (profilesThere) {
            tally.warn(profiles.findings());
        }
        if (profiles.create()) {
            tally.added(Entity.PROFILES);
        }
        return new PersonPlan(
                user.origin(),
                user.times(),
                newUser(user, settlement, tally),
                null,
                null,
                belongings.missing(profiles.profiles(), here, tally),
                profiles.create() ? user.about() : null,
                belongings.devices(person.devices(), here, tally),
                belongings.socials(person.socials(), here, tally),
                tally);
    }

    private PersonPlan merged(PersonDraft person, MainAccount main, TargetSnapshot here) {
        UserDraft user = person.user();
        RunCounts tally = new RunCounts();
        AssignedIdentifiers settlement = AssignedIdentifiers.of(user, merging.election(), here.taken());
        tally.count(user.origin().entity(), State.MERGED);
        tally.warn(user.findings());
        SecondRow second = SecondRow.of(user, main, merging);
        List<Claim> claims = second.claims(settlement, tally);
        Secret password = password(second, user, tally);
        FirstProfile profile = second.profile(tally);
        if (profile != null) {
            tally.added(Entity.PROFILES);
        }
        PersonDraft along = second.fills() ? person : withNothingAlong(person, tally);
        PeopleToReview.privilegedByRole(along, tally);
        return new PersonPlan(
                user.origin(),
                user.times(),
                null,
                main.id(),
                new PersonPlan.Fill(claims, password, second.about(), !main.cameNow()),
                belongings.missing(DefaultProfile.later(along.profiles()).profiles(), here, tally),
                profile,
                belongings.devices(along.devices(), here, tally),
                belongings.socials(along.socials(), here, tally),
                tally);
    }

    private @Nullable Secret password(SecondRow second, UserDraft user, RunCounts tally) {
        ImportOutcome password = passwords.of(user);
        tally.hashFormat(password.format());
        LegacyPasswords.warning(password).ifPresent(tally::warn);
        return second.password(password, tally);
    }

    /** Profiles with their roles, devices and accounts at other sites of a row that fills nothing stay out. */
    private static PersonDraft withNothingAlong(PersonDraft person, RunCounts tally) {
        person.belongings().forEach(belonging -> tally.skip(belonging.origin().entity(), SecondRow.UNPROVEN));
        return PersonDraft.alone(person.user());
    }

    private PersonPlan later(PersonDraft person, LegacyEntry known, TargetSnapshot here) {
        Origin origin = person.user().origin();
        if (known.localModifiedAt() == null && mayBringNothing(person.user(), here)) {
            return laterOfSecond(person, known, here);
        }
        Optional<UserId> user = Optional.ofNullable(known.localRef()).flatMap(store::userId);
        RunCounts tally = user.isPresent() ? new RunCounts() : held(person.belongings(), OWNER_QUARANTINED, here);
        RowUpdates renewals = user.isPresent() ? renewing.of(person, here, tally) : RowUpdates.NONE;
        OwnedRowsPlanner rest = new OwnedRowsPlanner(merging.election(), renewals);
        rest.countKnown(known, origin, here, tally);
        if (user.isEmpty()) {
            return PersonPlan.nothing(person.user(), tally);
        }
        return new PersonPlan(
                origin,
                person.user().times(),
                null,
                user.get(),
                null,
                rest.missing(DefaultProfile.later(person.profiles()).profiles(), here, tally),
                null,
                rest.devices(person.devices(), here, tally),
                rest.socials(person.socials(), here, tally),
                renewals,
                tally);
    }

    /** What a merged row has got since it came is looked at as what it came with. */
    private boolean mayBringNothing(UserDraft user, TargetSnapshot here) {
        return merging.target(user)
                .flatMap(target -> Optional.ofNullable(here.mains().get(target.key())))
                .filter(main -> !SecondRow.of(user, main, merging).fills())
                .isPresent();
    }

    private PersonPlan laterOfSecond(PersonDraft person, LegacyEntry known, TargetSnapshot here) {
        RunCounts tally = new RunCounts();
        new OwnedRowsPlanner(merging.election(), RowUpdates.NONE)
                .countKnown(known, person.user().origin(), here, tally);
        withNothingAlong(person, tally);
        return PersonPlan.nothing(person.user(), tally);
    }

    private NewUser newUser(UserDraft user, AssignedIdentifiers settlement, RunCounts tally) {
        ImportOutcome password = passwords.of(user);
        tally.hashFormat(password.format());
        LegacyPasswords.warning(password).ifPresent(tally::warn);
        Secret hash = password.toStore().map(Secret::of).orElse(null);
        UserDates old = user.dates();
        UserDates dates =
                new UserDates(old.joinedAt(), old.lastLoginAt(), old.termsAcceptedAt(), settlement.admittedAt());
        NewUser row = new NewUser(settlement.claims(), hash, user.standing(), dates, user.settings(), user.times());
        tally.proofs(row);
        return row;
    }

    private @Nullable Finding obstacle(UserDraft user, AssignedIdentifiers settlement, TargetSnapshot here) {
        if (user.origin().legacyId().length() > Ledger.MAX_LEGACY_ID) {
            return new Finding("legacy_id_too_long", "id", "longer than " + Ledger.MAX_LEGACY_ID + " characters");
        }
        Finding ofNames = settlement.obstacle(merging.policy());
        return ofNames == null ? ids.obstacle(user.origin(), here.takenIds()) : ofNames;
    }

    private static void holdBack(PersonDraft person, RunCounts tally) {
        person.belongings().forEach(belonging -> tally.quarantine(belonging.origin(), OWNER_QUARANTINED));
    }
}
