package dev.lockstile.auth.imports.internal.engine.update;

import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.Refusal;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.snapshot.WrittenRows;
import dev.lockstile.auth.imports.internal.engine.write.BatchRows;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdate;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.internal.journal.PeopleToReview;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows of a person imported earlier are updated. An account used in the target since then is not changed.
 */
public final class UpdatePlanner {

    /** Warning: an update made an account of the target staff or superuser. */
    private static final String RIGHTS_RAISED = "rights_raised";

    private final AuthStore store;
    private final SecondRowRules secondRowRules;
    private final LegacyPasswords passwords;
    private final Rules rules;

    public UpdatePlanner(AuthStore store, SecondRowRules secondRowRules, LegacyPasswords passwords, Rules rules) {
        this.store = store;
        this.secondRowRules = secondRowRules;
        this.passwords = passwords;
        this.rules = rules;
    }

    /**
     * How rows are updated.
     *
     * @param policy which rows are updated
     * @param seal null when the host gave no key; no former hash is stored then
     * @param mayBeFilled true where second rows of a person may have filled fields that the first row lacks
     * @param provesChanges false where the source keeps a mark of verification when the address changes
     * @param readAt the time that a row without a date gets when it is read
     */
    public record Rules(
            UpdatePolicy policy, @Nullable RowCipher seal, boolean mayBeFilled, boolean provesChanges, Instant readAt) {

        /** No row is updated. */
        public static Rules none(Instant readAt) {
            return new Rules(UpdatePolicy.NONE, null, false, true, readAt);
        }
    }

    public RowUpdates of(PersonDraft person, TargetSnapshot target, RunCounts runCounts) {
        UserDraft user = person.user();
        NewUser now = target.written().users().get(user.origin().keyIn(target.ledger()));
        if (rules.policy() == UpdatePolicy.NONE || now == null) {
            return RowUpdates.NONE;
        }
        PersonUpdates updates = new PersonUpdates(target, runCounts, new ArrayList<>(), new HashSet<>());
        Optional<LegacyLinkInfo> changed = changed(user.origin(), target);
        Refusal refusal = user.refusal();
        if (refusal != null) {
            changed.ifPresent(
                    entry -> updates.leave(user.origin(), refusal.why().reason()));
            person.profiles().stream()
                    .map(ProfileDraft::origin)
                    .filter(profile -> changed(profile, target).isPresent())
                    .forEach(profile -> updates.leave(profile, refusal.why().reason()));
            return updates.rowUpdates();
        }
        for (ProfileDraft profile : person.profiles()) {
            changed(profile.origin(), target).ifPresent(entry -> profile(profile, entry, updates));
        }
        changed.ifPresent(entry -> user(user, now, entry, updates));
        if (changed.isPresent()) {
            added(user, target).ifPresent(updates.rows()::add);
        }
        if (!updates.rows().isEmpty()) {
            PeopleToReview.privileged(person, runCounts);
        }
        return updates.rowUpdates();
    }

    /** The updates of a person's rows, and the rows that are left unchanged. */
    private record PersonUpdates(TargetSnapshot target, RunCounts runCounts, List<RowUpdate> rows, Set<String> left) {

        /** Leaves a row unchanged in the target that has changed in the source, and warns with the reason. */
        void leave(Origin origin, String reason) {
            runCounts.warn(reason);
            left.add(origin.keyIn(target.ledger()));
        }

        RowUpdates rowUpdates() {
            return new RowUpdates(rows, left);
        }
    }

    /** Returns the entry of a row that has changed in the source since its import. */
    static Optional<LegacyLinkInfo> changed(Origin origin, TargetSnapshot target) {
        return target.entry(origin)
                .filter(entry -> !entry.origin().fingerprint().equals(origin.fingerprint()));
    }

    private void user(UserDraft user, NewUser now, LegacyLinkInfo entry, PersonUpdates updates) {
        ConflictOutcome assigned = ConflictOutcome.of(
                user, secondRowRules.conflicts(), updates.target().taken());
        Finding obstacle = assigned.obstacle(secondRowRules.policy());
        if (obstacle != null) {
            updates.leave(user.origin(), obstacle.reason());
            return;
        }
        UpdatedUser updated = new UpdatedUser(now, user, rules);
        NewUser next = updated.next(assigned, passwords.of(user));
        boolean heldBack = updated.isHeldBack(assigned);
        if (next != null || heldBack) {
            updates.runCounts().warn(assigned.findings());
        }
        if (next != null) {
            warn(user, updated, updates.runCounts());
        } else if (heldBack) {
            updates.left().add(user.origin().keyIn(updates.target().ledger()));
            return;
        }
        // With its former fingerprint in the entry, the row is compared again by the next run.
        String fingerprint =
                heldBack ? entry.origin().fingerprint() : user.origin().fingerprint();
        boolean changesSignIn = next != null && UpdatedUser.changesSignIn(now, next);
        BeforeImage before = image(user.origin(), entry, updates.target(), next == null ? "" : image(now, next));
        id(entry)
                .map(id -> new RowUpdate.OfUser(before, user.origin(), fingerprint, id, next, changesSignIn))
                .ifPresent(updates.rows()::add);
    }

    private void warn(UserDraft user, UpdatedUser updated, RunCounts runCounts) {
        runCounts.warn(user.findings());
        LegacyPasswords.warning(passwords.of(user)).ifPresent(runCounts::warn);
        if (updated.isRaised()) {
            runCounts.warn(RIGHTS_RAISED);
        }
    }

    private String image(NewUser now, NewUser next) {
        boolean replaced = !Objects.equals(now.passwordHash(), next.passwordHash());
        Secret kept = replaced && rules.seal() != null ? now.passwordHash() : null;
        return RowImages.of(now, kept, replaced);
    }

    private void profile(ProfileDraft old, LegacyLinkInfo entry, PersonUpdates updates) {
        TargetSnapshot target = updates.target();
        NewProfile now = target.written().profiles().get(old.origin().keyIn(target.ledger()));
        if (now == null) {
            return;
        }
        boolean defaultDeleted = now.status().isDefault()
                && now.times().deletedAt() == null
                && old.times().deletedAt() != null;
        if (defaultDeleted) {
            updates.leave(old.origin(), "default_profile_kept");
            return;
        }
        NewProfile next = new UpdatedProfile(now, rules.mayBeFilled(), rules.readAt()).next(old);
        rowUpdate(old.origin(), entry, target, now, next).ifPresent(updates.rows()::add);
    }

    private Optional<RowUpdate> added(UserDraft user, TargetSnapshot target) {
        Origin origin = BatchRows.added(user.origin());
        String key = origin.keyIn(target.ledger());
        LegacyLinkInfo entry = target.written().added().get(key);
        NewProfile now = target.written().profiles().get(key);
        if (entry == null || now == null) {
            return Optional.empty();
        }
        NewProfile next = new UpdatedProfile(now, rules.mayBeFilled(), rules.readAt()).next(user.about(), user.times());
        return rowUpdate(origin, entry, target, now, next);
    }

    private Optional<RowUpdate> rowUpdate(
            Origin origin, LegacyLinkInfo entry, TargetSnapshot target, NewProfile now, @Nullable NewProfile next) {
        BeforeImage before = image(origin, entry, target, next == null ? "" : RowImages.of(now));
        Optional<ProfileId> id = store.profileId(String.valueOf(entry.localRef()));
        return id.map(found -> new RowUpdate.OfProfile(before, origin, found, next));
    }

    private Optional<UserId> id(LegacyLinkInfo entry) {
        return store.userId(String.valueOf(entry.localRef()));
    }

    private BeforeImage image(Origin origin, LegacyLinkInfo entry, TargetSnapshot target, String row) {
        String key = origin.keyIn(target.ledger());
        String place = target.ledger().runId() + '|' + key;
        RowCipher seal = rules.seal();
        String kept = seal == null || row.isEmpty() ? row : seal.seal(place, row);
        return new BeforeImage(
                key, entry.origin().fingerprint(), Objects.requireNonNull(entry.localModifiedAt()), kept);
    }

    /** Warns of rows imported earlier that have changed in the source and are left unchanged in the target. */
    public static void warnOfChanged(PersonDraft person, Finding why, TargetSnapshot target, RunCounts runCounts) {
        Stream.concat(
                        Stream.of(person.user().origin()),
                        person.ownedRows().stream().map(OwnedRow::origin))
                .filter(origin -> changed(origin, target).isPresent())
                .map(origin -> target.written().holds(origin.keyIn(target.ledger()))
                        ? why
                        : left(origin, target.entry(origin).orElseThrow(), target))
                .forEach(finding -> runCounts.warn(List.of(finding)));
    }

    /** Returns why a row that has changed in the source is left unchanged. */
    public static Finding left(Origin origin, LegacyLinkInfo entry, TargetSnapshot target) {
        boolean touched =
                target.looksForChanges() && entry.localModifiedAt() != null && WrittenRows.knows(origin.entity());
        return new Finding(touched ? "changed_at_target" : "changed_at_source", "", "");
    }
}
