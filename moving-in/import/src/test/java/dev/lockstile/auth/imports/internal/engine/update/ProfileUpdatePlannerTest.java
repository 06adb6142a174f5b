package dev.lockstile.auth.imports.internal.engine.update;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.write.BatchRows;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdate;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which profiles of a user who came earlier are written anew, and what is left of a person with a reason. */
final class ProfileUpdatePlannerTest extends UpdatePlannerFixture {

    @Test
    void a_row_that_stays_out_by_now_leaves_all_of_the_person_as_it_is_and_tells_what_had_changed() {
        hereIs(row(null), "digest");
        ProfileDraft changed = profile(1, "changed", false);
        profileHere(changed, "digest");
        ProfileDraft same = profile(2, "digest", false);
        profileHere(same, "digest");
        UserDraft refused = refused(changed(ann().with(STAFF)));

        RowUpdates updates = update(person(refused, changed, same));

        assertThat(updates)
                .isEqualTo(new RowUpdates(
                        List.of(), Set.of(USER.keyIn(LEDGER), changed.origin().keyIn(LEDGER))));
        assertThat(counts.warnings()).isEqualTo(Map.of("test", 2L));
    }

    @Test
    void a_changed_profile_is_written_anew_whether_or_not_its_user_changed() {
        hereIs(row(null), "changed");
        ProfileDraft changed = profile(1, "changed", false);
        profileHere(changed, "digest");
        ProfileDraft same = profile(2, "digest", false);
        profileHere(same, "digest");
        ProfileDraft touched = profile(3, "changed", false);
        entries.put(touched.origin().keyIn(LEDGER), entry(touched.origin(), "digest", "43"));

        RowUpdates updates = update(person(changed(ann()), changed, same, touched));

        assertThat(updates.left()).isEmpty();
        assertThat(updates.rows()).singleElement().isInstanceOfSatisfying(RowUpdate.OfProfile.class, row -> {
            assertThat(row.id()).isEqualTo(new ProfileId(41L));
            assertThat(row.isUpdate()).isTrue();
            assertThat(row.origin()).isEqualTo(changed.origin());
            assertThat(row.before().linkKey()).isEqualTo(changed.origin().keyIn(LEDGER));
            assertThat(row.before().fingerprint()).isEqualTo("digest");
            assertThat(RowImages.profile(row.before().row(), stored(false, null)))
                    .isEqualTo(stored(false, null));
        });
    }

    @Test
    void a_profile_that_says_what_stands_here_gets_its_new_digest_alone() {
        hereIs(row(null), "changed");
        ProfileDraft same = profile(1, "changed", "home", null);
        profileHere(same, "digest");
        assertThat(update(person(changed(ann()), same)).rows()).singleElement().satisfies(row -> {
            assertThat(row.isUpdate()).isFalse();
            assertThat(row.before().row()).isEmpty();
        });
    }

    @Test
    void the_default_profile_does_not_go_before_its_user_and_another_does() {
        hereIs(row(null), "changed");
        ProfileDraft gone = profile(1, "changed", true);
        LegacyLinkInfo entry = entry(gone.origin(), "digest", "41");
        entries.put(gone.origin().keyIn(LEDGER), entry);
        written.profiles().put(gone.origin().keyIn(LEDGER), stored(true, null));
        PersonDraft person = person(changed(ann()), gone);

        assertThat(update(person))
                .isEqualTo(new RowUpdates(List.of(), Set.of(gone.origin().keyIn(LEDGER))));
        assertThat(counts.warnings()).isEqualTo(Map.of("default_profile_kept", 1L));
        written.profiles().put(gone.origin().keyIn(LEDGER), stored(false, null));
        assertThat(update(person).rows()).hasSize(1);
        written.profiles().put(gone.origin().keyIn(LEDGER), stored(true, DAY));
        assertThat(update(person).rows()).as("it went with its user before").hasSize(1);
        assertThat(counts.warnings()).isEqualTo(Map.of("default_profile_kept", 1L));
    }

    @Test
    void the_profile_of_somebody_who_had_none_follows_the_row_of_the_user() {
        hereIs(row(null), "digest");
        Origin origin = BatchRows.added(USER);
        UserDraft named = changed(ann())
                .with(new FirstProfile(
                        new Person("Ann", null, null, null, null), "USER", "", null, SettingsJson.EMPTY));
        assertThat(update(PersonDraft.alone(named)).rows()).as("there is none").hasSize(1);
        written.added().put(origin.keyIn(LEDGER), entry(origin, "digest", "41"));
        assertThat(update(PersonDraft.alone(named)).rows())
                .as("somebody has touched it")
                .hasSize(1);
        written.profiles().put(origin.keyIn(LEDGER), stored(true, null));

        assertThat(update(PersonDraft.alone(named)).rows())
                .last()
                .isInstanceOfSatisfying(RowUpdate.OfProfile.class, row -> {
                    assertThat(row.id()).isEqualTo(new ProfileId(41L));
                    assertThat(row.origin()).isEqualTo(origin);
                    assertThat(row.next())
                            .isNotNull()
                            .satisfies(next ->
                                    assertThat(next.person().firstName()).isEqualTo("Ann"));
                });
        hereIs(row(null), "changed");
        assertThat(update(PersonDraft.alone(named)).rows())
                .as("the row of the user has not changed")
                .isEmpty();
    }

    @Test
    void what_changed_and_is_left_is_told_with_the_reason_that_holds() {
        hereIs(row(null), "digest");
        ProfileDraft touched = profile(1, "changed", false);
        entries.put(touched.origin().keyIn(LEDGER), entry(touched.origin(), "digest", "41"));
        ProfileDraft same = profile(2, "digest", false);
        profileHere(same, "digest");
        ProfileDraft unknown = profile(3, "changed", false);

        UpdatePlanner.warnOfChanged(person(changed(ann()), touched, same, unknown), FOUND, target(), counts);

        assertThat(counts.warnings()).isEqualTo(Map.of("phone_unreadable", 1L, "changed_at_target", 1L));
    }

    @Test
    void a_row_is_called_touched_here_only_where_that_can_be_known() {
        LegacyLinkInfo entry = entry(USER, "digest", "7");
        assertThat(UpdatePlanner.left(USER, entry, target()).reason()).isEqualTo("changed_at_target");
        LegacyLinkInfo undated = new LegacyLinkInfo(entry.origin(), "7");
        assertThat(UpdatePlanner.left(USER, undated, target()).reason()).isEqualTo("changed_at_source");
        Origin device = new Origin(Entity.DEVICES, 1, "changed");
        assertThat(UpdatePlanner.left(device, entry(device, "digest", "9"), target())
                        .reason())
                .isEqualTo("changed_at_source");
        looksForChanges = false;
        assertThat(UpdatePlanner.left(USER, entry, target()).reason()).isEqualTo("changed_at_source");
    }
}
