package dev.lockstile.auth.imports.internal.engine.update;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.phone;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.unmarked;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.here;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.owned;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What counts as proven when a row changes, and by what the password opens. Where marks of verification stay when an
 * address changes, a mark proves the address it was set for and no other.
 */
final class UpdatedProofTest {

    private static final WantedIdentifier ANN = email("ann@example.com");
    private static final WantedIdentifier OTHER = email("other@example.com");
    private static final WantedIdentifier NUMBER = phone("+12025550143");
    private static final Instant BEFORE = DAY.minusSeconds(60);

    @Test
    void a_mark_that_stays_proves_no_address_it_was_not_set_for() {
        NewUser row =
                new UserUpdate(here(proven(ANN)), old(OTHER)).whereMarksStay().after();
        assertThat(row.claims()).containsExactly(owned(OTHER));
        assertThat(row.dates().admittedAt()).as("the old system let in by it").isEqualTo(DAY);
        assertThat(new UserUpdate(here(), old(ANN)).whereMarksStay().after().claims())
                .as("an address that is new to the row")
                .containsExactly(owned(ANN));
        assertThat(new UserUpdate(here(proven(ANN)), old(ANN)).whereMarksStay().next())
                .isNull();
    }

    @Test
    void where_a_mark_goes_with_its_address_the_row_says_what_is_proven() {
        assertThat(new UserUpdate(here(proven(ANN)), old(OTHER)).after().claims())
                .containsExactly(proven(OTHER));
        assertThat(new UserUpdate(here(proven(ANN)), old(unmarked(ANN))).after().claims())
                .containsExactly(owned(ANN));
        assertThat(new UserUpdate(here(BEFORE, owned(ANN)), old(ANN)).after().claims())
                .containsExactly(proven(ANN));
    }

    @Test
    void a_proof_ends_when_the_mark_is_taken_away_and_the_password_admits_no_longer_than_the_old_system_did() {
        NewUser row = new UserUpdate(here(proven(ANN)), old(unmarked(ANN)).unverified())
                .whereMarksStay()
                .after();
        assertThat(row.claims()).containsExactly(owned(ANN));
        assertThat(row.dates().admittedAt()).isNull();
    }

    @Test
    void the_first_mark_proves_the_address_that_the_row_had_before_it() {
        assertThat(afterMark(here(owned(ANN)), ANN)).containsExactly(proven(ANN));
        assertThat(afterMark(here(BEFORE, owned(ANN)), ANN))
                .as("the password opened it, so it may have come after the mark")
                .containsExactly(owned(ANN));
        assertThat(afterMark(here(text(ANN)), ANN))
                .as("it stood there as a text, and was somebody else's")
                .containsExactly(owned(ANN));
        assertThat(afterMark(here(owned(OTHER)), ANN)).containsExactly(owned(ANN));
        assertThat(afterMark(here(owned(ANN)), unmarked(ANN))).containsExactly(owned(ANN));
    }

    @Test
    void the_first_mark_proves_a_number_only_where_no_address_stands_beside_it() {
        assertThat(afterMark(here(owned(NUMBER)), NUMBER)).containsExactly(proven(NUMBER));
        assertThat(afterMark(here(owned(ANN), owned(NUMBER)), ANN, NUMBER))
                .containsExactlyInAnyOrder(proven(ANN), owned(NUMBER));
        assertThat(afterMark(here(text(ANN), owned(NUMBER)), NUMBER))
                .as("the mark may have been set for an address that went since")
                .containsExactly(owned(NUMBER));
        assertThat(afterMark(here(owned(name("ann")), owned(NUMBER)), name("ann"), NUMBER))
                .containsExactlyInAnyOrder(owned(name("ann")), proven(NUMBER));
    }

    @Test
    void what_was_proven_stays_so_though_another_row_has_it_too_by_now() {
        OldUser rival = new OldUser(2).has(ANN).createdAt(DAY.plusSeconds(1));
        assertThat(new UserUpdate(here(proven(ANN)), old(ANN).with(staff()))
                        .whereMarksStay()
                        .beside(rival)
                        .after()
                        .claims())
                .containsExactly(proven(ANN));
        assertThat(new UserUpdate(here(owned(ANN)), old(ANN))
                        .whereMarksStay()
                        .beside(rival)
                        .after()
                        .claims())
                .as("a first mark that may be the other row's")
                .containsExactly(owned(ANN));
    }

    @Test
    void what_has_gone_to_another_row_is_proven_for_nobody_but_a_deleted_account_that_owns_nothing() {
        OldUser winner = new OldUser(2).has(ANN).createdAt(BEFORE);
        NewUser held = here(new IdentifierAssignment(ANN.identifier(), false, DAY), owned(name("ann")));
        assertThat(new UserUpdate(held, old(ANN, name("ann")))
                        .whereMarksStay()
                        .beside(winner)
                        .after()
                        .claims())
                .containsExactlyInAnyOrder(text(ANN), owned(name("ann")));
        assertThat(new UserUpdate(here(proven(ANN)), old(ANN).deleted())
                        .whereMarksStay()
                        .after()
                        .claims())
                .containsExactly(new IdentifierAssignment(ANN.identifier(), false, DAY));
    }

    @Test
    void the_movers_word_proves_a_changed_address_unless_another_row_has_it_too() {
        WantedIdentifier vouched = unmarked(OTHER).asVouched();
        OldUser rival = new OldUser(2).has(OTHER).createdAt(DAY.plusSeconds(1));
        UserUpdate update = new UserUpdate(here(proven(ANN)), old(vouched));
        assertThat(update.whereMarksStay().after().claims()).containsExactly(proven(OTHER));
        assertThat(update.after().claims()).containsExactly(proven(OTHER));
        assertThat(update.whereMarksStay().beside(rival).after().claims()).containsExactly(owned(OTHER));
        assertThat(update.beside(rival).after().claims()).containsExactly(owned(OTHER));
        assertThat(new UserUpdate(here(proven(OTHER)), old(vouched).with(staff()))
                        .whereMarksStay()
                        .beside(rival)
                        .after()
                        .claims())
                .as("what was proven before the other row had it")
                .containsExactly(proven(OTHER));
    }

    @Test
    void a_word_or_a_mark_on_something_else_says_nothing_of_the_address() {
        WantedIdentifier sameName = name("other@example.com").asVouched();
        assertThat(new UserUpdate(here(proven(ANN)), old(OTHER, sameName))
                        .whereMarksStay()
                        .after()
                        .claims())
                .contains(owned(OTHER));
        WantedIdentifier otherText = WantedIdentifier.text(IdentifierKind.EMAIL, "at home", "mail", true)
                .asVouched();
        assertThat(new UserUpdate(here(proven(ANN)), old(OTHER, otherText))
                        .whereMarksStay()
                        .after()
                        .claims())
                .containsExactly(owned(OTHER));
        assertThat(new UserUpdate(here(proven(ANN)), old(unmarked(ANN), otherText))
                        .whereMarksStay()
                        .after()
                        .claims())
                .containsExactly(owned(ANN));
    }

    @Test
    void a_user_name_is_never_proven() {
        WantedIdentifier marked =
                new WantedIdentifier(name("ann").identifier(), RequestedIdentifier.OWN, "username", null, true, true);
        UserUpdate update = new UserUpdate(here(owned(name("bob"))), old(marked));
        assertThat(update.after().claims()).containsExactly(owned(marked));
        assertThat(update.whereMarksStay().after().claims()).containsExactly(owned(marked));
    }

    @Test
    void a_proof_is_dated_as_the_row_here_can_hold_it() {
        Instant fine = DAY.plusNanos(123_456_789);
        Instant kept = DAY.plusNanos(123_456_000);
        assertThat(new UserUpdate(here(), old(ANN).createdAt(fine)).after().claims())
                .containsExactly(IdentifierAssignment.proven(ANN.identifier(), kept));
        assertThat(new UserUpdate(here(owned(ANN)), old(ANN).createdAt(fine))
                        .whereMarksStay()
                        .after()
                        .claims())
                .containsExactly(IdentifierAssignment.proven(ANN.identifier(), kept));
        assertThat(new UserUpdate(here(), old(unmarked(ANN)).createdAt(fine))
                        .after()
                        .dates()
                        .admittedAt())
                .isEqualTo(kept);
    }

    @Test
    void the_password_opens_by_what_nobody_has_proven_only_where_the_old_system_let_in_by_it() {
        assertThat(admitted(here(), old(unmarked(ANN)))).isEqualTo(DAY);
        assertThat(admitted(here(BEFORE, owned(OTHER)), old(unmarked(ANN))))
                .as("as long as before")
                .isEqualTo(BEFORE);
        assertThat(admitted(here(BEFORE, owned(ANN)), old(unmarked(ANN)).trusted(Trust.always(false))))
                .isEqualTo(BEFORE);
        assertThat(admitted(here(BEFORE, owned(ANN)), old(unmarked(ANN)).unverified()))
                .isNull();
        assertThat(admitted(here(BEFORE, owned(ANN)), old(ANN)))
                .as("all is proven")
                .isNull();
        assertThat(admitted(here(BEFORE, owned(ANN)), old(ANN, unmarked(NUMBER))))
                .isEqualTo(BEFORE);
        assertThat(admitted(here(BEFORE, owned(ANN)), old(name("ann"))))
                .as("a name needs no proof")
                .isNull();
        WantedIdentifier text = WantedIdentifier.text(IdentifierKind.EMAIL, "at home", "mail", false);
        assertThat(admitted(here(BEFORE, owned(name("ann"))), old(name("ann"), text)))
                .as("a text opens nothing")
                .isNull();
        assertThat(admitted(here(), old(unmarked(ANN)).deleted()))
                .as("for the day it is restored")
                .isEqualTo(DAY);
        assertThat(admitted(here(BEFORE, owned(ANN)), old(ANN).deleted())).isNull();
    }

    private static List<IdentifierAssignment> afterMark(NewUser here, WantedIdentifier... wanted) {
        return new UserUpdate(here, old(wanted)).whereMarksStay().after().claims();
    }

    private static @Nullable Instant admitted(NewUser here, OldUser old) {
        return new UserUpdate(here, old).after().dates().admittedAt();
    }

    private static OldUser old(WantedIdentifier... wanted) {
        return new OldUser(1).has(wanted);
    }

    private static UserInfo.Status staff() {
        return new UserInfo.Status(true, true, false, null);
    }

    private static IdentifierAssignment proven(WantedIdentifier wanted) {
        return IdentifierAssignment.proven(wanted.identifier(), DAY);
    }
}
