package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.DeviceDraft;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.ProfileDraft;
import dev.lockstile.auth.migrate.draft.SocialDraft;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileStanding;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Writes a batch with its ledger entries in one transaction of its own; a dry run writes it too, and rolls it back. */
final class PlanWriter {

    private final AuthStore store;
    private final Ledger ledger;
    private final Instant now;
    private final boolean dryRun;

    PlanWriter(AuthStore store, Ledger ledger, Instant now, boolean dryRun) {
        this.store = store;
        this.ledger = ledger;
        this.now = now;
        this.dryRun = dryRun;
    }

    /** Writes all of it or, when anything is refused, nothing. */
    void write(List<PersonPlan> plans) {
        List<PersonPlan> work = plans.stream().filter(plan -> !plan.isEmpty()).toList();
        if (work.isEmpty()) {
            return;
        }
        try {
            store.alone(tx -> {
                work.forEach(plan -> write(tx, plan));
                return rolledBackIfDry();
            });
        } catch (DryRunEnd e) {
            return; // everything was accepted, and nothing of it stays
        }
    }

    private boolean rolledBackIfDry() {
        if (dryRun) {
            throw new DryRunEnd();
        }
        return true;
    }

    private void write(AuthTx tx, PersonPlan plan) {
        UserId user = user(tx, plan);
        plan.profiles().forEach(profile -> write(tx, user, profile));
        if (plan.addProfile() && plan.newUser() != null) {
            tx.profiles().insert(firstProfile(user, plan.newUser()));
        }
        plan.devices().forEach(device -> write(tx, user, device));
        plan.socials().forEach(social -> write(tx, user, social));
    }

    private UserId user(AuthTx tx, PersonPlan plan) {
        if (plan.newUser() == null) {
            return Objects.requireNonNull(plan.existing());
        }
        UserId user = tx.users().insert(plan.newUser());
        enter(tx, plan.origin(), user.toString());
        return user;
    }

    private void write(AuthTx tx, UserId user, ProfileDraft draft) {
        NewProfile profile = new NewProfile(
                user,
                draft.person(),
                draft.standing(),
                draft.label(),
                draft.picture(),
                draft.settings(),
                draft.times());
        enter(tx, draft.origin(), tx.profiles().insert(profile).toString());
    }

    private void write(AuthTx tx, UserId user, DeviceDraft draft) {
        String key = tx.devices()
                .insert(user, draft.info(), draft.linkedAt(), draft.times())
                .toString();
        enter(tx, draft.origin(), key);
    }

    /** The store tells no key for these, so the ledger names the user. */
    private void write(AuthTx tx, UserId user, SocialDraft draft) {
        if (draft.identity() != null) {
            tx.socials().insert(user, draft.identity(), draft.times());
            enter(tx, draft.origin(), user.toString());
        }
    }

    private void enter(AuthTx tx, Origin origin, String localRef) {
        tx.legacy().insert(ledger.key(origin), ledger.entry(origin), localRef, now);
    }

    /** Nothing is known about the person; what there is in time and standing comes from the user. */
    private static NewProfile firstProfile(UserId user, NewUser owner) {
        ProfileStanding standing = new ProfileStanding(AbstractProfile.DEFAULT_ROLE, true, true);
        return new NewProfile(user, Person.UNKNOWN, standing, "", null, SettingsJson.EMPTY, owner.times());
    }

    private static final class DryRunEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DryRunEnd() {
            super("the dry run ends here", null, false, false);
        }
    }
}
