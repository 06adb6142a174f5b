package dev.lockstile.auth.imports.internal.engine.update;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a user who came earlier, where marks prove changes and no other user wants anything unless a test
 * says more.
 */
record UserUpdate(
        NewUser here,
        UserDraft old,
        boolean mayBeFilled,
        boolean provesChanges,
        Set<String> taken,
        List<UserDraft> others) {

    static final Instant READ = Instant.parse("2026-12-01T10:00:00Z");
    static final ImportOutcome NO_PASSWORD = new ImportOutcome(null, "none", ImportOutcome.Kind.NO_PASSWORD);

    UserUpdate(NewUser here, UserDraft old) {
        this(here, old, false, true, Set.of(), List.of());
    }

    UserUpdate(NewUser here, OldUser old) {
        this(here, old.draft());
    }

    /** An ordinary user of these identifiers, whom the password does not admit. */
    static NewUser here(IdentifierAssignment... claims) {
        return here(null, claims);
    }

    static NewUser here(@Nullable Instant admittedAt, IdentifierAssignment... claims) {
        return new NewUser(
                List.of(claims),
                null,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(OldUser.DAY, null, null, admittedAt),
                SettingsJson.EMPTY,
                RowTimes.fresh(OldUser.DAY));
    }

    static NewUser withHash(NewUser row, @Nullable Secret hash) {
        return new NewUser(row.claims(), hash, row.status(), row.dates(), row.settings(), row.times());
    }

    static IdentifierAssignment owned(WantedIdentifier wanted) {
        return new IdentifierAssignment(wanted.identifier(), true, null);
    }

    static IdentifierAssignment text(WantedIdentifier wanted) {
        return IdentifierAssignment.unproven(wanted.identifier());
    }

    /** A second row of the person may have filled something in. */
    UserUpdate filled() {
        return new UserUpdate(here, old, true, provesChanges, taken, others);
    }

    /** Marks of verification stay over there when an address changes. */
    UserUpdate whereMarksStay() {
        return new UserUpdate(here, old, mayBeFilled, false, taken, others);
    }

    UserUpdate taken(String key) {
        return new UserUpdate(here, old, mayBeFilled, provesChanges, Set.of(key), others);
    }

    UserUpdate beside(OldUser... rivals) {
        List<UserDraft> drafts = List.of(rivals).stream().map(OldUser::draft).toList();
        return new UserUpdate(here, old, mayBeFilled, provesChanges, taken, drafts);
    }

    @Nullable
    NewUser next() {
        return next(NO_PASSWORD);
    }

    @Nullable
    NewUser next(ImportOutcome password) {
        return updated().next(assigned(), password);
    }

    /** The row as it stands afterwards, written anew or not. */
    NewUser after() {
        NewUser next = next();
        return next == null ? here : next;
    }

    boolean isHeldBack() {
        return updated().isHeldBack(assigned());
    }

    UpdatedUser updated() {
        return new UpdatedUser(
                here, old, new UpdatePlanner.Rules(UpdatePolicy.UNTOUCHED, null, mayBeFilled, provesChanges, READ));
    }

    private ConflictOutcome assigned() {
        try (IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, provesChanges)) {
            List<UserDraft> all = new ArrayList<>(others);
            all.add(old);
            all.forEach(conflicts::enter);
            conflicts.count();
            return ConflictOutcome.of(old, conflicts, taken);
        }
    }
}
