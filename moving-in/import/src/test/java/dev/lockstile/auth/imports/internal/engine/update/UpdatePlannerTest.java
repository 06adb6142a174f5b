package dev.lockstile.auth.imports.internal.engine.update;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdate;
import dev.lockstile.auth.imports.internal.engine.write.RowUpdates;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which users who came earlier are written anew, which are left, and what is told and kept of each. */
final class UpdatePlannerTest extends UpdatePlannerFixture {

    @Test
    void a_changed_row_is_written_anew_and_how_it_was_is_kept() {
        hereIs(row(null), "digest");

        RowUpdate.OfUser update = onlyUser(update(ann().with(STAFF)));

        assertThat(update.id()).isEqualTo(new UserId(7L));
        assertThat(update.origin()).isEqualTo(USER);
        assertThat(update.fingerprint()).isEqualTo("changed");
        assertThat(update.next())
                .isEqualTo(new NewUser(
                        row(null).claims(),
                        null,
                        STAFF,
                        row(null).dates(),
                        SettingsJson.EMPTY,
                        row(null).times()));
        assertThat(update.changesSignIn()).isFalse();
        assertThat(update.before().linkKey()).isEqualTo(USER.keyIn(LEDGER));
        assertThat(update.before().fingerprint()).isEqualTo("digest");
        assertThat(update.before().writtenAt()).isEqualTo(WRITTEN);
        assertThat(RowImages.user(update.before().row(), row(null), true)).isEqualTo(row(null));
        assertThat(counts.warnings()).isEqualTo(Map.of("rights_raised", 1L));
        assertThat(counts.named()).extracting(NamedPerson::detail).containsExactly("staff");
    }

    @Test
    void nothing_is_written_where_updates_are_off_or_somebody_has_touched_the_row() {
        PersonDraft person = PersonDraft.alone(changed(ann().with(STAFF)));
        entries.put(USER.keyIn(LEDGER), entry(USER, "digest", "7"));
        assertThat(update(person)).isEqualTo(RowUpdates.NONE);
        hereIs(row(null), "digest");
        policy = UpdatePolicy.NONE;
        assertThat(update(person)).isEqualTo(RowUpdates.NONE);
        assertThat(counts.warnings()).isEmpty();
        assertThat(UpdatePlanner.Rules.none(DAY))
                .isEqualTo(new UpdatePlanner.Rules(UpdatePolicy.NONE, null, false, true, DAY));
    }

    @Test
    void a_row_that_says_what_stands_here_gets_its_new_digest_alone() {
        hereIs(row(null), "digest");
        UserDraft same = changed(ann()).with(List.of(FOUND));

        RowUpdate.OfUser update = onlyUser(update(PersonDraft.alone(same)));

        assertThat(update.isUpdate()).isFalse();
        assertThat(update.fingerprint()).isEqualTo("changed");
        assertThat(update.changesSignIn()).isFalse();
        assertThat(update.before().row()).isEmpty();
        assertThat(counts.warnings()).as("it was told when it came").isEmpty();
        assertThat(counts.named()).isEmpty();
    }

    @Test
    void what_is_found_in_a_row_and_its_password_is_told_when_it_is_written() {
        hereIs(row(null), "digest");
        UserDraft draft = withPassword(changed(ann().with(STAFF)), Secret.of("nothing known"))
                .with(List.of(FOUND));
        update(PersonDraft.alone(draft));
        assertThat(counts.warnings())
                .isEqualTo(Map.of("phone_unreadable", 1L, "hash_unknown", 1L, "rights_raised", 1L));
    }

    @Test
    void rights_that_stay_or_go_are_no_rise() {
        NewUser staff = new NewUser(
                row(null).claims(),
                null,
                STAFF,
                row(null).dates(),
                SettingsJson.EMPTY,
                row(null).times());
        hereIs(staff, "digest");
        assertThat(onlyUser(update(ann())).isUpdate()).isTrue();
        assertThat(counts.warnings()).isEmpty();
        assertThat(counts.named()).isEmpty();
    }

    @Test
    void a_refused_row_that_has_not_changed_is_not_told() {
        hereIs(row(null), "changed");
        assertThat(update(PersonDraft.alone(refused(changed(ann())))).left()).isEmpty();
        assertThat(counts.warnings()).isEmpty();
    }

    @Test
    void whoever_would_have_nothing_left_to_sign_in_by_stays_as_is() {
        hereIs(row(null), "digest");
        RowUpdates updates = update(new OldUser(1).with(STAFF));
        assertThat(updates).isEqualTo(new RowUpdates(List.of(), Set.of(USER.keyIn(LEDGER))));
        assertThat(counts.warnings()).isEqualTo(Map.of("no_identifier", 1L));
    }

    @Test
    void a_row_that_waits_for_an_address_is_looked_at_again_in_the_next_run() {
        hereIs(row(null), "digest");
        taken = Set.of(key("EMAIL", "other@example.com"));
        OldUser moved = new OldUser(1).has(OTHER, OldUser.name("ann"));

        RowUpdate.OfUser update = onlyUser(update(moved));

        assertThat(update.isUpdate()).as("the name comes at once").isTrue();
        assertThat(update.changesSignIn()).isTrue();
        assertThat(update.fingerprint()).isEqualTo("digest");
        assertThat(counts.warnings()).isEqualTo(Map.of("identifier_collision", 1L));
    }

    @Test
    void a_row_that_only_waits_for_an_address_is_left_and_told() {
        NewUser named = UserUpdate.here(
                IdentifierAssignment.proven(ANN.identifier(), DAY),
                new IdentifierAssignment(OldUser.name("ann").identifier(), true, null));
        hereIs(named, "digest");
        taken = Set.of(key("EMAIL", "other@example.com"));
        RowUpdates updates = update(new OldUser(1).has(OTHER, OldUser.name("ann")));
        assertThat(updates).isEqualTo(new RowUpdates(List.of(), Set.of(USER.keyIn(LEDGER))));
        assertThat(counts.warnings()).isEqualTo(Map.of("identifier_collision", 1L));
    }

    @Test
    void what_somebody_else_has_is_told_only_where_the_row_changes() {
        WantedIdentifier likeAddress = OldUser.nameLikeEmail("other@example.com");
        taken = Set.of(key("EMAIL", "other@example.com"));
        hereIs(
                UserUpdate.here(
                        IdentifierAssignment.proven(ANN.identifier(), DAY),
                        IdentifierAssignment.unproven(likeAddress.identifier())),
                "digest");
        OldUser old = new OldUser(1).has(ANN, likeAddress);

        assertThat(onlyUser(update(old)).isUpdate()).isFalse();
        assertThat(counts.warnings()).isEmpty();
        RowUpdate.OfUser update = onlyUser(update(old.with(STAFF)));
        assertThat(update.isUpdate()).isTrue();
        assertThat(update.fingerprint()).as("nothing is waited for").isEqualTo("changed");
        assertThat(counts.warnings()).isEqualTo(Map.of("username_is_an_email", 1L, "rights_raised", 1L));
    }

    @Test
    void a_replaced_password_is_kept_under_a_seal_and_never_without_one() {
        Secret former = Secret.of("former-hash");
        hereIs(row(former), "digest");
        UserDraft draft = withPassword(changed(ann()), HASH);

        RowUpdate.OfUser open = onlyUser(update(PersonDraft.alone(draft)));
        assertThat(open.changesSignIn()).isTrue();
        assertThat(open.before().row()).doesNotContain("former-hash");
        assertThat(RowImages.hashChanged(open.before().row())).isTrue();

        seal = new RowCipher(KEY);
        String sealed = onlyUser(update(PersonDraft.alone(draft))).before().row();
        assertThat(RowCipher.isSealed(sealed)).isTrue();
        String image =
                new RowCipher(KEY).open("run|" + USER.keyIn(LEDGER), sealed).orElseThrow();
        assertThat(RowImages.user(image, row(null), true).passwordHash()).isEqualTo(former);
    }

    @Test
    void a_password_that_stays_is_kept_nowhere() {
        hereIs(row(HASH), "digest");
        seal = new RowCipher(KEY);
        String sealed = onlyUser(update(PersonDraft.alone(withPassword(changed(ann().with(STAFF)), HASH))))
                .before()
                .row();
        String image =
                new RowCipher(KEY).open("run|" + USER.keyIn(LEDGER), sealed).orElseThrow();
        assertThat(RowImages.hashChanged(image)).isFalse();
        assertThat(image).doesNotContain(HASH.reveal());
        hereIs(row(HASH), "digest");
        assertThat(onlyUser(update(PersonDraft.alone(withPassword(changed(ann()), HASH))))
                        .before()
                        .row())
                .as("nothing changes, nothing is sealed")
                .isEmpty();
    }
}
