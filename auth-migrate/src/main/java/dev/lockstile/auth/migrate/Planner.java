package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Belonging;
import dev.lockstile.auth.migrate.draft.DeviceDraft;
import dev.lockstile.auth.migrate.draft.Entity;
import dev.lockstile.auth.migrate.draft.Finding;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.SocialDraft;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.report.State;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.NewUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a person. Reads nothing and writes nothing: all it needs is handed to it. */
final class Planner {

    private static final Finding OWNER_QUARANTINED = new Finding("owner_quarantined", "user_id", "comes with its user");

    private final AuthStore store;
    private final OwnerElection election;
    private final OldPasswords passwords;

    Planner(AuthStore store, OwnerElection election, OldPasswords passwords) {
        this.store = store;
        this.election = election;
        this.passwords = passwords;
    }

    PersonPlan plan(PersonDraft person, Here here) {
        Optional<LegacyEntry> known = here.entry(person.user().origin());
        return known.isPresent() ? later(person, known.get(), here) : first(person, here);
    }

    /** What to count when the store refuses a person: all that is not here yet goes to quarantine. */
    static Tally refused(PersonDraft person, Finding why, Here here) {
        Origin user = person.user().origin();
        boolean known = here.entry(user).isPresent();
        Finding rest = known ? why : OWNER_QUARANTINED;
        Tally tally = held(person.belongings(), rest, here);
        if (known) {
            tally.count(Entity.USERS, State.UNCHANGED);
        } else {
            tally.quarantine(user, why);
        }
        return tally;
    }

    /** Belongings that cannot come in; those that are here already stay. */
    static Tally held(List<? extends Belonging> belongings, Finding why, Here here) {
        Tally tally = new Tally();
        for (Belonging belonging : belongings) {
            if (here.entry(belonging.origin()).isPresent()) {
                tally.count(belonging.origin().entity(), State.UNCHANGED);
            } else {
                tally.quarantine(belonging.origin(), why);
            }
        }
        return tally;
    }

    private PersonPlan first(PersonDraft person, Here here) {
        UserDraft user = person.user();
        Tally tally = new Tally();
        Settlement settlement = Settlement.of(user, election, here.taken());
        Finding obstacle = obstacle(user, settlement);
        if (obstacle != null) {
            tally.quarantine(user.origin(), obstacle);
            holdBack(person, tally);
            return PersonPlan.nothing(user.origin(), tally);
        }
        tally.count(Entity.USERS, State.CREATED);
        tally.warn(user.findings());
        tally.warn(settlement.findings());
        DefaultProfile profiles = DefaultProfile.of(user, person.profiles());
        tally.warn(profiles.findings());
        if (profiles.create()) {
            tally.added(Entity.PROFILES);
        }
        return new PersonPlan(
                user.origin(),
                newUser(user, settlement, tally),
                null,
                missing(profiles.profiles(), here, tally),
                profiles.create(),
                devices(person.devices(), here, tally),
                socials(person.socials(), here, tally),
                tally);
    }

    private PersonPlan later(PersonDraft person, LegacyEntry known, Here here) {
        Origin origin = person.user().origin();
        Optional<UserId> user = Optional.ofNullable(known.localRef()).flatMap(store::userId);
        Tally tally = user.isPresent() ? new Tally() : held(person.belongings(), OWNER_QUARANTINED, here);
        tally.count(Entity.USERS, State.UNCHANGED);
        warnIfChanged(known, origin, tally);
        if (user.isEmpty()) {
            return PersonPlan.nothing(origin, tally);
        }
        return new PersonPlan(
                origin,
                null,
                user.get(),
                missing(DefaultProfile.later(person.profiles()).profiles(), here, tally),
                false,
                devices(person.devices(), here, tally),
                socials(person.socials(), here, tally),
                tally);
    }

    private NewUser newUser(UserDraft user, Settlement settlement, Tally tally) {
        ImportOutcome password = passwords.of(user);
        tally.hashFormat(password.format());
        OldPasswords.warning(password).ifPresent(tally::warn);
        Secret hash = password.toStore().map(Secret::of).orElse(null);
        return new NewUser(settlement.claims(), hash, user.standing(), user.dates(), user.settings(), user.times());
    }

    private static @Nullable Finding obstacle(UserDraft user, Settlement settlement) {
        if (user.origin().legacyId().length() > Ledger.MAX_LEGACY_ID) {
            return new Finding("legacy_id_too_long", "id", "longer than " + Ledger.MAX_LEGACY_ID + " characters");
        }
        return settlement.obstacle();
    }

    private static List<DeviceDraft> devices(List<DeviceDraft> devices, Here here, Tally tally) {
        return here.kept().devices() ? missing(devices, here, tally) : skipAll(devices, tally);
    }

    private List<SocialDraft> socials(List<SocialDraft> socials, Here here, Tally tally) {
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
    private static <B extends Belonging> List<B> missing(List<B> belongings, Here here, Tally tally) {
        return belongings.stream()
                .filter(belonging -> isMissing(belonging, here, tally))
                .toList();
    }

    private static boolean isMissing(Belonging belonging, Here here, Tally tally) {
        Origin origin = belonging.origin();
        Optional<LegacyEntry> known = here.entry(origin);
        if (known.isPresent()) {
            tally.count(origin.entity(), State.UNCHANGED);
            warnIfChanged(known.get(), origin, tally);
            return false;
        }
        tally.count(origin.entity(), State.CREATED);
        tally.warn(belonging.findings());
        return true;
    }

    private static <B extends Belonging> List<B> skipAll(List<B> belongings, Tally tally) {
        belongings.forEach(belonging -> tally.skip(belonging.origin().entity(), "not_kept_here"));
        return List.of();
    }

    private static void holdBack(PersonDraft person, Tally tally) {
        person.belongings().forEach(belonging -> tally.quarantine(belonging.origin(), OWNER_QUARANTINED));
    }

    private static void warnIfChanged(LegacyEntry known, Origin origin, Tally tally) {
        if (!known.origin().fingerprint().equals(origin.fingerprint())) {
            tally.warn("changed_at_source");
        }
    }
}
