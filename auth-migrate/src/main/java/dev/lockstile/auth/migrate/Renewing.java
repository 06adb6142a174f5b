package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Finding;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.PersonDraft;
import dev.lockstile.auth.migrate.draft.ProfileDraft;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which rows of somebody who came earlier are written anew. Whoever was active here since stays whole. */
final class Renewing {

    private final AuthStore store;
    private final Merging merging;
    private final OldPasswords passwords;
    private final Rules rules;

    Renewing(AuthStore store, Merging merging, OldPasswords passwords, Rules rules) {
        this.store = store;
        this.merging = merging;
        this.passwords = passwords;
        this.rules = rules;
    }

    /**
     * How rows are written anew.
     *
     * @param seal null when the host gave no key; no hash is kept then
     * @param mayBeFilled second rows of a person may have filled in what the first has not
     * @param readAt what a row without a date is given when it is read
     */
    record Rules(UpdatePolicy policy, @Nullable RowSeal seal, boolean mayBeFilled, Instant readAt) {

        /** Nothing is written anew. */
        static Rules none(Instant readAt) {
            return new Rules(UpdatePolicy.NONE, null, false, readAt);
        }
    }

    Renewals of(PersonDraft person, Here here, Tally tally) {
        UserDraft user = person.user();
        NewUser now = here.written().users().get(here.ledger().key(user.origin()));
        if (rules.policy() == UpdatePolicy.NONE || now == null || user.refusal() != null) {
            return Renewals.NONE;
        }
        List<Renewal> rows = new ArrayList<>();
        for (ProfileDraft profile : person.profiles()) {
            changed(profile.origin(), here)
                    .flatMap(entry -> profile(profile, entry, here))
                    .ifPresent(rows::add);
        }
        Optional<LegacyEntry> changed = changed(user.origin(), here);
        changed.flatMap(entry -> user(user, now, entry, here, tally)).ifPresent(rows::add);
        if (changed.isPresent()) {
            added(user, here).ifPresent(rows::add);
        }
        return new Renewals(rows);
    }

    private static Optional<LegacyEntry> changed(Origin origin, Here here) {
        return here.entry(origin).filter(entry -> !entry.origin().fingerprint().equals(origin.fingerprint()));
    }

    private Optional<Renewal> user(UserDraft user, NewUser now, LegacyEntry entry, Here here, Tally tally) {
        Settlement settlement = Settlement.of(user, merging.election(), here.taken());
        if (settlement.obstacle(merging.policy()) != null) {
            return Optional.empty();
        }
        ImportOutcome password = passwords.of(user);
        NewUser next = new RenewedUser(now, user, rules.mayBeFilled(), rules.readAt()).next(settlement, password);
        if (next != null) {
            tally.warn(user.findings());
            tally.warn(settlement.findings());
            OldPasswords.warning(password).ifPresent(tally::warn);
        }
        BeforeImage before = image(user.origin(), entry, here, next == null ? "" : image(now, next));
        return id(entry).map(id -> new Renewal.OfUser(before, user.origin().fingerprint(), id, next));
    }

    private String image(NewUser now, NewUser next) {
        boolean replaced = !Objects.equals(now.passwordHash(), next.passwordHash());
        Secret kept = replaced && rules.seal() != null ? now.passwordHash() : null;
        return RowImages.of(now, kept, replaced);
    }

    private Optional<Renewal> profile(ProfileDraft old, LegacyEntry entry, Here here) {
        NewProfile now = here.written().profiles().get(here.ledger().key(old.origin()));
        boolean defaultGoes = now != null
                && now.standing().isDefault()
                && now.times().deletedAt() == null
                && old.times().deletedAt() != null;
        if (now == null || defaultGoes) {
            return Optional.empty();
        }
        NewProfile next = new RenewedProfile(now, rules.mayBeFilled(), rules.readAt()).next(old);
        return renewal(old.origin(), entry, here, now, next);
    }

    private Optional<Renewal> added(UserDraft user, Here here) {
        Origin origin = Harvest.added(user.origin());
        String key = here.ledger().key(origin);
        LegacyEntry entry = here.written().added().get(key);
        NewProfile now = here.written().profiles().get(key);
        if (entry == null || now == null) {
            return Optional.empty();
        }
        NewProfile next = new RenewedProfile(now, rules.mayBeFilled(), rules.readAt()).next(user.about(), user.times());
        return renewal(origin, entry, here, now, next);
    }

    private Optional<Renewal> renewal(
            Origin origin, LegacyEntry entry, Here here, NewProfile now, @Nullable NewProfile next) {
        BeforeImage before = image(origin, entry, here, next == null ? "" : RowImages.of(now));
        Optional<ProfileId> id = store.profileId(String.valueOf(entry.localRef()));
        return id.map(found -> new Renewal.OfProfile(before, origin.fingerprint(), found, next));
    }

    private Optional<UserId> id(LegacyEntry entry) {
        return store.userId(String.valueOf(entry.localRef()));
    }

    private BeforeImage image(Origin origin, LegacyEntry entry, Here here, String row) {
        String key = here.ledger().key(origin);
        String place = here.ledger().runId() + '|' + key;
        RowSeal seal = rules.seal();
        String kept = seal == null || row.isEmpty() ? row : seal.seal(place, row);
        return new BeforeImage(
                key, entry.origin().fingerprint(), Objects.requireNonNull(entry.localModifiedAt()), kept);
    }

    /** Why a row that changed in the old system is left alone. */
    static Finding left(Origin origin, LegacyEntry entry, Here here) {
        boolean touched = here.looksForChanges() && entry.localModifiedAt() != null && Written.knows(origin.entity());
        return new Finding(touched ? "changed_here" : "changed_at_source", "", "");
    }
}
