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

/** Decides which rows of a person who came earlier are written anew. An account used here since stays whole. */
public final class UpdatePlanner {

    /** Warning: an update made an account staff or superuser here. */
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
     * How rows are written anew.
     *
     * @param seal null when the host gave no key; no hash is kept then
     * @param mayBeFilled second rows of a person may have filled in what the first has not
     * @param provesChanges false where a mark of verification says nothing of an address that was changed since
     * @param readAt what a row without a date is given when it is read
     */
    public record Rules(
            UpdatePolicy policy, @Nullable RowCipher seal, boolean mayBeFilled, boolean provesChanges, Instant readAt) {

        /** Nothing is written anew. */
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
        PageUpdates page = new PageUpdates(target, runCounts, new ArrayList<>(), new HashSet<>());
        Optional<LegacyLinkInfo> changed = changed(user.origin(), target);
        Refusal refusal = user.refusal();
        if (refusal != null) {
            changed.ifPresent(entry -> page.leave(user.origin(), refusal.why().reason()));
            person.profiles().stream()
                    .map(ProfileDraft::origin)
                    .filter(profile -> changed(profile, target).isPresent())
                    .forEach(profile -> page.leave(profile, refusal.why().reason()));
            return page.rowUpdates();
        }
        for (ProfileDraft profile : person.profiles()) {
            changed(profile.origin(), target).ifPresent(entry -> profile(profile, entry, page));
        }
        changed.ifPresent(entry -> user(user, now, entry, page));
        if (changed.isPresent()) {
            added(user, target).ifPresent(page.rows()::add);
        }
        if (!page.rows().isEmpty()) {
            PeopleToReview.privileged(person, runCounts);
        }
        return page.rowUpdates();
    }

    /** What comes of a person's rows. */
    private record PageUpdates(TargetSnapshot target, RunCounts runCounts, List<RowUpdate> rows, Set<String> left) {

        /** The row changed in the old system and stays as it is here, for that reason. */
        void leave(Origin origin, String reason) {
            runCounts.warn(reason);
            left.add(origin.keyIn(target.ledger()));
        }

        RowUpdates rowUpdates() {
            return new RowUpdates(rows, left);
        }
    }

    /** The entry of a row that has changed in the old system since it came. */
    static Optional<LegacyLinkInfo> changed(Origin origin, TargetSnapshot target) {
        return target.entry(origin)
                .filter(entry -> !entry.origin().fingerprint().equals(origin.fingerprint()));
    }

    private void user(UserDraft user, NewUser now, LegacyLinkInfo entry, PageUpdates page) {
        ConflictOutcome assigned = ConflictOutcome.of(
                user, secondRowRules.conflicts(), page.target().taken());
        Finding obstacle = assigned.obstacle(secondRowRules.policy());
        if (obstacle != null) {
            page.leave(user.origin(), obstacle.reason());
            return;
        }
        UpdatedUser renewed = new UpdatedUser(now, user, rules);
        NewUser next = renewed.next(assigned, passwords.of(user));
        boolean heldBack = renewed.isHeldBack(assigned);
        if (next != null || heldBack) {
            page.runCounts().warn(assigned.findings());
        }
        if (next != null) {
            warn(user, renewed, page.runCounts());
        } else if (heldBack) {
            page.left().add(user.origin().keyIn(page.target().ledger()));
            return;
        }
        // An entry that keeps its former digest is looked at again in the next run.
        String fingerprint =
                heldBack ? entry.origin().fingerprint() : user.origin().fingerprint();
        boolean changesSignIn = next != null && UpdatedUser.changesSignIn(now, next);
        BeforeImage before = image(user.origin(), entry, page.target(), next == null ? "" : image(now, next));
        id(entry)
                .map(id -> new RowUpdate.OfUser(before, user.origin(), fingerprint, id, next, changesSignIn))
                .ifPresent(page.rows()::add);
    }

    private void warn(UserDraft user, UpdatedUser renewed, RunCounts runCounts) {
        runCounts.warn(user.findings());
        LegacyPasswords.warning(passwords.of(user)).ifPresent(runCounts::warn);
        if (renewed.isRaised()) {
            runCounts.warn(RIGHTS_RAISED);
        }
    }

    private String image(NewUser now, NewUser next) {
        boolean replaced = !Objects.equals(now.passwordHash(), next.passwordHash());
        Secret kept = replaced && rules.seal() != null ? now.passwordHash() : null;
        return RowImages.of(now, kept, replaced);
    }

    private void profile(ProfileDraft old, LegacyLinkInfo entry, PageUpdates page) {
        TargetSnapshot target = page.target();
        NewProfile now = target.written().profiles().get(old.origin().keyIn(target.ledger()));
        if (now == null) {
            return;
        }
        boolean defaultGoes = now.status().isDefault()
                && now.times().deletedAt() == null
                && old.times().deletedAt() != null;
        if (defaultGoes) {
            page.leave(old.origin(), "default_profile_kept");
            return;
        }
        NewProfile next = new UpdatedProfile(now, rules.mayBeFilled(), rules.readAt()).next(old);
        rowUpdate(old.origin(), entry, target, now, next).ifPresent(page.rows()::add);
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

    /** What is here and has changed in the old system stays as it was. */
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

    /** Why a row that changed in the old system is left alone. */
    public static Finding left(Origin origin, LegacyLinkInfo entry, TargetSnapshot target) {
        boolean touched =
                target.looksForChanges() && entry.localModifiedAt() != null && WrittenRows.knows(origin.entity());
        return new Finding(touched ? "changed_at_target" : "changed_at_source", "", "");
    }
}
