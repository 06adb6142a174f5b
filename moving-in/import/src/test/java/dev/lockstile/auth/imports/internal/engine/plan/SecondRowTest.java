package dev.lockstile.auth.imports.internal.engine.plan;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.ConflictOutcome;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.MainAccount;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.RowTimes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A second row adds to an account only what its own proven address speaks for, and nothing to one with rights. */
final class SecondRowTest {

    private static final SecondRowRules.Target BY_EMAIL =
            new SecondRowRules.Target(IdentifierKind.EMAIL, OldUser.key("EMAIL", "ann@example.com"));
    private static final ImportOutcome HASH = new ImportOutcome("hash", "bcrypt", ImportOutcome.Kind.AS_IS);
    private static final ImportOutcome NONE = new ImportOutcome(null, "", ImportOutcome.Kind.NO_PASSWORD);
    private static final FirstProfile EDITOR =
            new FirstProfile(new Person("Ann", null, null, null, null), "editor", "home", "a.png", SettingsJson.EMPTY);

    private final RunCounts counts = new RunCounts();
    private final OldUser row = new OldUser(2)
            .has(email("ann@example.com"), phone("+12025550143"), name("ann"))
            .companion();

    @Test
    void a_proven_row_fills_in_names_and_password_of_an_account_that_has_none() {
        SecondRow second = new SecondRow(row.draft(), main(false, false, true), true);

        assertThat(second.fills()).isTrue();
        assertThat(second.claims(assigned(), counts)).hasSize(3);
        assertThat(second.password(HASH, counts)).isEqualTo(Secret.of("hash"));
        assertThat(second.about()).isEqualTo(row.draft().about());
        assertThat(counts.warnings()).isEmpty();
    }

    @Test
    void an_unproven_row_fills_in_nothing_and_is_told_once() {
        SecondRow second = new SecondRow(row.draft(), main(false, false, true), false);

        assertThat(second.fills()).isFalse();
        assertThat(second.claims(assigned(), counts)).isEmpty();
        assertThat(second.password(HASH, counts)).isNull();
        assertThat(second.about()).isNull();
        assertThat(counts.warnings()).isEqualTo(Map.of("second_row_unproven", 1L, "second_password_dropped", 1L));
    }

    @Test
    void identifiers_and_a_password_are_told_each_for_itself() {
        SecondRow second = new SecondRow(row.draft(), main(false, false, true), false);
        RunCounts forPassword = new RunCounts();

        second.claims(assigned(), counts);
        second.password(HASH, forPassword);

        assertThat(counts.warnings()).isEqualTo(Map.of("second_row_unproven", 1L));
        assertThat(forPassword.warnings()).isEqualTo(Map.of("second_row_unproven", 1L, "second_password_dropped", 1L));
    }

    @Test
    void a_proven_row_of_an_account_with_rights_fills_in_nothing_either() {
        SecondRow second = new SecondRow(row.draft(), main(false, true, true), true);

        assertThat(second.claims(assigned(), counts)).isEmpty();
        assertThat(second.password(HASH, counts)).isNull();
        assertThat(second.about()).isNull();
        assertThat(counts.warnings())
                .isEqualTo(Map.of("second_row_of_account_with_rights", 1L, "second_password_dropped", 1L));
    }

    @Test
    void a_row_without_anything_to_leave_out_is_not_told() {
        SecondRow second = new SecondRow(row.draft(), main(false, false, true), false);

        assertThat(second.claims(ConflictOutcome.of(new OldUser(3).draft(), conflicts(), Set.of()), counts))
                .isEmpty();
        assertThat(second.password(NONE, counts)).isNull();
        assertThat(second.profile(counts)).isNull();
        assertThat(counts.warnings()).isEmpty();
    }

    @Test
    void no_password_comes_beside_another_one_to_an_account_in_use_or_from_an_inactive_row() {
        assertThat(new SecondRow(row.draft(), main(true, false, true), true).password(HASH, counts))
                .isNull();
        assertThat(new SecondRow(row.draft(), main(false, false, false), true).password(HASH, counts))
                .isNull();
        assertThat(new SecondRow(row.inactive().draft(), main(false, false, true), true).password(HASH, counts))
                .isNull();
        assertThat(counts.warnings()).isEqualTo(Map.of("second_password_dropped", 3L));
    }

    @Test
    void a_role_that_fills_in_no_account_is_told_and_left_out() {
        UserDraft editor = row.draft().with(EDITOR);
        assertThat(new SecondRow(editor, main(false, false, true), false).profile(counts))
                .isNull();
        assertThat(counts.warnings()).isEqualTo(Map.of("second_row_unproven", 1L));
        RunCounts proven = new RunCounts();
        assertThat(new SecondRow(editor, main(false, false, true), true).profile(proven))
                .isNull();
        assertThat(proven.warnings()).isEmpty();
    }

    @Test
    void a_row_that_becomes_a_profile_brings_its_role_only_if_it_is_proven() {
        UserDraft customer =
                row.trusted(new Trust(Precedence.PROFILE, true, true)).draft().with(EDITOR);
        SecondRow proven = new SecondRow(customer, main(false, false, true), true);
        assertThat(proven.profile(counts)).isEqualTo(EDITOR);
        assertThat(proven.about()).as("the default profile stays as it is").isNull();
        assertThat(counts.warnings()).isEmpty();

        FirstProfile without = new SecondRow(customer, main(false, false, true), false).profile(counts);
        assertThat(without)
                .isEqualTo(
                        new FirstProfile(EDITOR.person(), "USER", EDITOR.label(), EDITOR.picture(), EDITOR.settings()));
        assertThat(counts.warnings()).isEqualTo(Map.of("second_row_unproven", 1L));

        UserDraft plain = customer.with(without);
        RunCounts none = new RunCounts();
        assertThat(new SecondRow(plain, main(false, false, true), false).profile(none))
                .isEqualTo(without);
        assertThat(none.warnings()).isEmpty();
    }

    @Test
    void somebody_whose_second_factor_stays_out_brings_no_way_in_without_it_and_no_role() {
        ProfileDraft editor = profile("editor");
        SocialDraft social = new SocialDraft(
                new Origin(Entity.SOCIAL_ACCOUNTS, 1, "digest"), null, RowTimes.fresh(OldUser.DAY), List.of());
        PersonDraft person = new PersonDraft(row.draft(), List.of(editor), List.of(), List.of(social));

        PersonDraft left = SecondRow.withoutSocialsAndRoles(person, counts);

        assertThat(left.socials()).isEmpty();
        assertThat(left.user()).isEqualTo(person.user());
        assertThat(left.profiles()).isEqualTo(List.of(profile("USER")));
        assertThat(counts.warnings()).isEqualTo(Map.of("second_row_without_its_factor", 1L));
        assertThat(counts.entities().get("social_accounts").in(State.SKIPPED)).isEqualTo(1);
        assertThat(counts.entities().get("social_accounts").byReason())
                .isEqualTo(Map.of("second_row_without_its_factor", 1L));

        for (PersonDraft one : List.of(
                new PersonDraft(row.draft(), List.of(editor), List.of(), List.of()),
                new PersonDraft(row.draft(), List.of(), List.of(), List.of(social)))) {
            RunCounts told = new RunCounts();
            SecondRow.withoutSocialsAndRoles(one, told);
            assertThat(told.warnings()).containsKey("second_row_without_its_factor");
        }
        RunCounts nothing = new RunCounts();
        SecondRow.withoutSocialsAndRoles(
                new PersonDraft(row.draft(), List.of(profile("USER")), List.of(), List.of()), nothing);
        assertThat(nothing.warnings()).isEmpty();
    }

    @Test
    void an_account_is_in_use_unless_it_is_not_here_or_nobody_has_touched_it() {
        assertThat(main(false, false, true).isUsedInTarget()).isFalse();
        assertThat(main(false, false, false).isUsedInTarget()).isTrue();
    }

    @Test
    void an_account_in_use_gets_a_name_and_no_address_or_number() {
        SecondRow second = new SecondRow(row.draft(), main(false, false, false), true);

        assertThat(second.claims(assigned(), counts))
                .extracting(claim -> claim.identifier().kind())
                .containsExactly(IdentifierKind.USERNAME);
        assertThat(counts.warnings()).isEqualTo(Map.of("second_identifier_left_alone", 1L));
    }

    private static ProfileDraft profile(String role) {
        return new ProfileDraft(
                new Origin(Entity.PROFILES, 1, "digest"),
                EDITOR.person(),
                new ProfileInfo.Status(role, true, true),
                "home",
                "a.png",
                SettingsJson.EMPTY,
                RowTimes.fresh(OldUser.DAY),
                List.of());
    }

    /** @param planned not here yet, as in a dry run; else here, and used since */
    private static MainAccount main(boolean hasPassword, boolean hasRights, boolean planned) {
        return new MainAccount(BY_EMAIL, planned ? null : new UserId(7L), hasPassword, hasRights, planned, null, false);
    }

    private ConflictOutcome assigned() {
        return ConflictOutcome.of(row.draft(), conflicts(), Set.of());
    }

    private static IdentifierConflicts conflicts() {
        IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, true);
        conflicts.count();
        return conflicts;
    }
}
