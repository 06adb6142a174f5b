package dev.lockstile.auth.imports.internal.engine.update;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.OwnedRow;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.Refusal;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetFactors;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.snapshot.WrittenRows;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdate;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user who came with one address, and whose old row has changed since. */
abstract class UpdatePlannerFixture {

    static final WantedIdentifier ANN = email("ann@example.com");
    static final WantedIdentifier OTHER = email("other@example.com");
    static final Instant WRITTEN = DAY.plusSeconds(60);
    static final Secret HASH = Secret.of("$2b$04$0zK0d9DxWSKXd1wJPvFP8uTnUGkAL5rUvhbgqsq7Fg8dBlGXNQ0XK");
    static final Secret KEY = AuthKeys.generate().importKey();
    static final UserInfo.Status STAFF = new UserInfo.Status(true, true, false, null);
    static final Finding FOUND = new Finding("phone_unreadable", "phone", "");
    static final Ledger LEDGER = new Ledger("old", "run");
    static final Origin USER = new Origin(Entity.USERS, 1, "changed");

    final InMemoryAuthStore store = new InMemoryAuthStore();
    final RunCounts counts = new RunCounts();
    final Map<String, LegacyLinkInfo> entries = new HashMap<>();
    final WrittenRows written = new WrittenRows(new HashMap<>(), new HashMap<>(), new HashMap<>(), Set.of());
    boolean looksForChanges = true;
    Set<String> taken = Set.of();
    UpdatePolicy policy = UpdatePolicy.UNTOUCHED;

    @Nullable
    RowCipher seal;

    static OldUser ann() {
        return new OldUser(1).has(ANN);
    }

    static NewUser row(@Nullable Secret hash) {
        return new NewUser(
                List.of(IdentifierAssignment.proven(ANN.identifier(), DAY)),
                hash,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(DAY, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(DAY));
    }

    /** The row of the old system with another digest than it came with. */
    static UserDraft changed(OldUser old) {
        return copy(old.draft(), null, null);
    }

    static UserDraft withPassword(UserDraft old, Secret password) {
        return copy(old, password, null);
    }

    static UserDraft refused(UserDraft old) {
        return copy(old, null, new Refusal(State.SKIPPED, new Finding("test", "", "")));
    }

    static UserDraft copy(UserDraft old, @Nullable Secret password, @Nullable Refusal refusal) {
        return new UserDraft(
                USER,
                old.identifiers(),
                password,
                old.trust(),
                old.status(),
                old.dates(),
                old.settings(),
                old.times(),
                old.about(),
                refusal,
                old.findings(),
                old.factors());
    }

    static PersonDraft person(UserDraft user, ProfileDraft... profiles) {
        return new PersonDraft(user, List.of(profiles), List.of(), List.of());
    }

    static ProfileDraft profile(int id, String fingerprint, boolean deleted) {
        return profile(id, fingerprint, "work", deleted ? DAY : null);
    }

    static ProfileDraft profile(int id, String fingerprint, String label, @Nullable Instant deletedAt) {
        return new ProfileDraft(
                new Origin(Entity.PROFILES, id, fingerprint),
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", false, true),
                label,
                null,
                SettingsJson.EMPTY,
                new RowTimes(DAY, DAY, deletedAt, false),
                List.of());
    }

    static NewProfile stored(boolean isDefault, @Nullable Instant deletedAt) {
        return new NewProfile(
                new UserId(7L),
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", isDefault, true),
                "home",
                null,
                SettingsJson.EMPTY,
                new RowTimes(DAY, DAY, deletedAt, false));
    }

    void hereIs(NewUser row, String fingerprint) {
        entries.put(USER.keyIn(LEDGER), entry(USER, fingerprint, "7"));
        written.users().put(USER.keyIn(LEDGER), row);
    }

    void profileHere(OwnedRow profile, String fingerprint) {
        Origin origin = profile.origin();
        entries.put(origin.keyIn(LEDGER), entry(origin, fingerprint, "4" + origin.legacyId()));
        written.profiles().put(origin.keyIn(LEDGER), stored(false, null));
    }

    static LegacyLinkInfo entry(Origin origin, String fingerprint, String ref) {
        LegacyOrigin known =
                new LegacyOrigin(LEDGER.system(), origin.entity().text(), origin.legacyId(), "earlier", fingerprint);
        return new LegacyLinkInfo(known, ref, WRITTEN);
    }

    RowUpdates update(OldUser old) {
        return update(PersonDraft.alone(changed(old)));
    }

    RowUpdates update(PersonDraft person) {
        return planner().of(person, target(), counts);
    }

    static RowUpdate.OfUser onlyUser(RowUpdates updates) {
        assertThat(updates.left()).isEmpty();
        assertThat(updates.rows()).singleElement().isInstanceOf(RowUpdate.OfUser.class);
        return (RowUpdate.OfUser) updates.rows().get(0);
    }

    UpdatePlanner planner() {
        LegacyPasswords passwords = LegacyPasswords.wrapping(
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                ImportHints.none());
        return new UpdatePlanner(
                store,
                secondRowRules(),
                passwords,
                new UpdatePlanner.Rules(policy, seal, false, true, UserUpdate.READ));
    }

    TargetSnapshot target() {
        TargetSnapshot.Question question = new TargetSnapshot.Question(
                LEDGER, secondRowRules(), store, looksForChanges ? store : null, false, KeptIds.none(store));
        return new TargetSnapshot(
                question,
                entries,
                taken,
                Set.of(),
                Set.of(),
                Map.of(),
                new TargetSnapshot.StoredTables(true, true, true, true, true),
                written,
                new TargetFactors(Map.of(), Map.of(), Map.of(), Set.of()));
    }

    static SecondRowRules secondRowRules() {
        try (IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, true)) {
            conflicts.count();
            return new SecondRowRules(conflicts, DuplicatePolicy.RULE);
        }
    }
}
