package dev.lockstile.auth.imports.internal.engine.update;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.key;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.nameIfFree;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.phone;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.NO_PASSWORD;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.READ;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.here;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.owned;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.text;
import static dev.lockstile.auth.imports.internal.engine.update.UserUpdate.withHash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a user becomes whose old row has changed, what stays, and what waits for another user. */
final class UpdatedUserTest {

    private static final WantedIdentifier ANN = email("ann@example.com");
    private static final WantedIdentifier OTHER = email("other@example.com");
    private static final WantedIdentifier NUMBER = phone("+12025550143");
    private static final IdentifierAssignment IS_ANN = IdentifierAssignment.proven(ANN.identifier(), DAY);
    private static final Instant FINE = DAY.plusNanos(123_456_789);
    private static final Instant KEPT = DAY.plusNanos(123_456_000);
    private static final ImportOutcome HASH = new ImportOutcome("hash", "bcrypt", ImportOutcome.Kind.AS_IS);
    private static final ImportOutcome UNUSABLE = new ImportOutcome(null, "unusable", ImportOutcome.Kind.UNUSABLE);

    @Test
    void a_row_that_says_the_same_is_not_written() {
        assertThat(new UserUpdate(here(IS_ANN), new OldUser(1).has(ANN)).next()).isNull();
        UserDraft touched = with(
                new OldUser(1).has(ANN).draft(),
                new UserInfo.Dates(DAY, null, null),
                SettingsJson.EMPTY,
                new RowTimes(DAY, DAY.plusSeconds(60), null, false));
        assertThat(new UserUpdate(here(IS_ANN), touched).next())
                .as("the time of the change alone")
                .isNull();
    }

    @Test
    void each_difference_is_written() {
        UserInfo.Status inactive = new UserInfo.Status(false, true, true, null);
        assertThat(changed(new OldUser(1).has(ANN).with(inactive)).status()).isEqualTo(inactive);
        UserDraft dated = with(
                new OldUser(1).has(ANN).draft(),
                new UserInfo.Dates(FINE, FINE.plusSeconds(1), FINE.plusSeconds(2)),
                SettingsJson.EMPTY,
                new RowTimes(READ, FINE, null, true));
        assertThat(changed(dated).dates())
                .isEqualTo(new UserInfo.Dates(KEPT, KEPT.plusSeconds(1), KEPT.plusSeconds(2)));
        assertThat(changed(dated).times()).isEqualTo(new RowTimes(DAY, KEPT, null, true));
        SettingsJson settings = SettingsJson.of("{\"a\":1}");
        assertThat(changed(with(
                                new OldUser(1).has(ANN).draft(),
                                new UserInfo.Dates(DAY, null, null),
                                settings,
                                RowTimes.fresh(DAY)))
                        .settings())
                .isEqualTo(settings);
        assertThat(changed(new OldUser(1).has(ANN, NUMBER)).claims())
                .containsExactlyInAnyOrder(IS_ANN, IdentifierAssignment.proven(NUMBER.identifier(), DAY));
        assertThat(changed(new OldUser(1).has(name("ann"))).claims()).containsExactly(owned(name("ann")));
    }

    @Test
    void a_deleted_account_owns_nothing_and_is_dated_as_the_row_here_can_hold_it() {
        UserDraft old = with(
                new OldUser(1)
                        .has(ANN)
                        .with(new UserInfo.Status(true, false, false, FINE))
                        .draft(),
                new UserInfo.Dates(DAY, null, null),
                SettingsJson.EMPTY,
                new RowTimes(DAY, DAY, FINE, true));
        NewUser row = changed(old);
        assertThat(row.status().deletedAt()).isEqualTo(KEPT);
        assertThat(row.times()).isEqualTo(new RowTimes(DAY, DAY, KEPT, true));
        assertThat(row.claims()).containsExactly(new IdentifierAssignment(ANN.identifier(), false, DAY));
    }

    @Test
    void a_row_without_dates_keeps_those_it_has_here() {
        UserDraft undated = with(
                new OldUser(1)
                        .has(ANN)
                        .with(new UserInfo.Status(true, true, false, null))
                        .draft(),
                new UserInfo.Dates(READ, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(READ));
        assertThat(changed(undated).dates()).isEqualTo(new UserInfo.Dates(DAY, null, null));
        assertThat(changed(undated).times()).isEqualTo(RowTimes.fresh(DAY));
    }

    @Test
    void a_password_follows_the_old_one_and_one_that_was_made_unusable_opens_nothing() {
        OldUser ann = new OldUser(1).has(ANN);
        UserUpdate without = new UserUpdate(here(IS_ANN), ann);
        assertThat(Objects.requireNonNull(without.next(HASH)).passwordHash()).isEqualTo(Secret.of("hash"));
        UserUpdate with = new UserUpdate(withHash(here(IS_ANN), Secret.of("hash")), ann);
        assertThat(with.next(HASH)).isNull();
        assertThat(Objects.requireNonNull(with.next(UNUSABLE)).passwordHash()).isNull();
        assertThat(Objects.requireNonNull(with.next(NO_PASSWORD)).passwordHash())
                .isNull();
    }

    @Test
    void what_a_second_row_may_have_filled_in_stays_where_the_first_has_nothing() {
        IdentifierAssignment number = IdentifierAssignment.proven(NUMBER.identifier(), DAY);
        NewUser filled = withHash(here(IS_ANN, number), Secret.of("hash"));
        OldUser ann = new OldUser(1).has(ANN);
        assertThat(new UserUpdate(filled, ann).filled().next()).isNull();
        assertThat(Objects.requireNonNull(new UserUpdate(filled, ann).filled().next(UNUSABLE))
                        .passwordHash())
                .as("not what opens an account that was shut over there")
                .isNull();
        NewUser bare = Objects.requireNonNull(new UserUpdate(filled, ann).next());
        assertThat(bare.claims()).containsExactly(IS_ANN);
        assertThat(bare.passwordHash()).isNull();
        assertThat(Objects.requireNonNull(new UserUpdate(filled, new OldUser(1).has(OTHER))
                                .filled()
                                .next())
                        .claims())
                .containsExactlyInAnyOrder(IdentifierAssignment.proven(OTHER.identifier(), DAY), number);
    }

    @Test
    void an_address_that_somebody_has_is_not_taken_and_the_own_one_stays_for_now() {
        UserUpdate held =
                new UserUpdate(here(IS_ANN), new OldUser(1).has(OTHER)).taken(key("EMAIL", "other@example.com"));
        assertThat(held.next()).isNull();
        assertThat(held.isHeldBack()).isTrue();
        UserUpdate lost = new UserUpdate(here(IS_ANN), new OldUser(1).has(OTHER))
                .beside(new OldUser(2).has(OTHER).createdAt(DAY.minusSeconds(1)));
        assertThat(lost.next()).isNull();
        assertThat(lost.isHeldBack()).isTrue();
        assertThat(new UserUpdate(here(IS_ANN), new OldUser(1).has(OTHER)).isHeldBack())
                .isFalse();
    }

    @Test
    void whoever_had_no_such_identifier_loses_nothing_and_does_not_wait() {
        OldUser rival = new OldUser(2).has(NUMBER).createdAt(DAY.minusSeconds(1));
        UserUpdate without = new UserUpdate(here(IS_ANN), new OldUser(1).has(ANN, NUMBER)).beside(rival);
        assertThat(without.isHeldBack()).isFalse();
        assertThat(without.after().claims()).containsExactlyInAnyOrder(IS_ANN, text(NUMBER));
        UserUpdate asText = new UserUpdate(here(IS_ANN, text(phone("+12025550100"))), new OldUser(1).has(ANN, NUMBER))
                .beside(rival);
        assertThat(asText.isHeldBack()).isFalse();
        assertThat(asText.after().claims()).containsExactlyInAnyOrder(IS_ANN, text(NUMBER));
    }

    @Test
    void a_name_gives_way_to_none_and_not_to_a_mere_text() {
        WantedIdentifier ann = name("ann");
        NewUser row = here(IS_ANN, owned(ann));
        assertThat(new UserUpdate(row, new OldUser(1).has(ANN)).after().claims())
                .containsExactly(IS_ANN);
        WantedIdentifier text = WantedIdentifier.text(IdentifierKind.EMAIL, "at home", "mail", false);
        UserUpdate mere = new UserUpdate(row, new OldUser(1).has(text, ann));
        assertThat(mere.next()).isNull();
        assertThat(mere.isHeldBack()).as("nobody stands in the way").isFalse();
        UserUpdate lost = new UserUpdate(here(owned(ann), IS_ANN), new OldUser(1).has(ANN, nameIfFree("bob")))
                .beside(new OldUser(2).has(name("bob")));
        assertThat(lost.after().claims())
                .as("a text that was to be the name goes to somebody else")
                .contains(owned(ann));
        assertThat(lost.isHeldBack()).isTrue();
        UserUpdate deleted = new UserUpdate(row, new OldUser(1).has(ANN).deleted());
        assertThat(deleted.after().claims()).containsExactly(new IdentifierAssignment(ANN.identifier(), false, DAY));
    }

    private static NewUser changed(OldUser old) {
        return changed(old.draft());
    }

    private static NewUser changed(UserDraft old) {
        return Objects.requireNonNull(new UserUpdate(here(IS_ANN), old).next());
    }

    private static UserDraft with(UserDraft old, UserInfo.Dates dates, SettingsJson settings, RowTimes times) {
        return new UserDraft(
                old.origin(),
                old.identifiers(),
                old.password(),
                old.trust(),
                old.status(),
                dates,
                settings,
                times,
                old.about(),
                old.refusal(),
                old.findings(),
                old.factors());
    }
}
