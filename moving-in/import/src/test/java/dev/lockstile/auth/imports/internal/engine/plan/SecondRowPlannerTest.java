package dev.lockstile.auth.imports.internal.engine.plan;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.unmarked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.snapshot.HashingEffort;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.snapshot.MainAccount;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetFactors;
import dev.lockstile.auth.imports.internal.engine.snapshot.TargetSnapshot;
import dev.lockstile.auth.imports.internal.engine.snapshot.WrittenRows;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.FactorPlan;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.PersonPlan;
import dev.lockstile.auth.imports.internal.engine.write.UntouchedUser;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a second row of a person brings, and which ways into the account stay out with a reason that is told. */
final class SecondRowPlannerTest {

    private static final WantedIdentifier ANN = email("ann@example.com");
    private static final SecondRowRules.Target BY_EMAIL =
            new SecondRowRules.Target(IdentifierKind.EMAIL, OldUser.key("EMAIL", "ann@example.com"));
    private static final Ledger LEDGER = new Ledger("old", "run");
    private static final UserId MAIN = new UserId(7L);
    private static final Secret HASH = Secret.of("$2b$04$0zK0d9DxWSKXd1wJPvFP8uTnUGkAL5rUvhbgqsq7Fg8dBlGXNQ0XK");
    private static final Finding FOUND = new Finding("phone_unreadable", "phone", "");
    private static final FirstProfile EDITOR =
            new FirstProfile(new Person("Ann", null, null, null, null), "editor", "home", "a.png", SettingsJson.EMPTY);
    private static final UntouchedUser UNTOUCHED = new UntouchedUser(
            MAIN,
            new BeforeImage("key", "digest", DAY, ""),
            new NewUser(
                    List.of(),
                    null,
                    UserInfo.Status.ORDINARY,
                    new UserInfo.Dates(DAY, null, null),
                    SettingsJson.EMPTY,
                    RowTimes.fresh(DAY)));

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final SocialDraft social = new SocialDraft(
            new Origin(Entity.SOCIAL_ACCOUNTS, 1, "digest"),
            new SocialIdentity("google", "1", null, false, null, null),
            RowTimes.fresh(DAY),
            List.of());
    private final ProfileDraft profile = new ProfileDraft(
            new Origin(Entity.PROFILES, 1, "digest"),
            Person.UNKNOWN,
            new ProfileInfo.Status("manager", true, true),
            "",
            null,
            SettingsJson.EMPTY,
            RowTimes.fresh(DAY),
            List.of());
    private final DeviceDraft device = new DeviceDraft(
            new Origin(Entity.DEVICES, 1, "digest"),
            new DeviceInfo(null, null, "device", null),
            DAY,
            RowTimes.fresh(DAY),
            List.of());
    private final FactorDraft totp = new FactorDraft(
            new Origin(Entity.TOTP_DEVICES, 1, "digest"),
            new ImportedFactor.Totp(Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), -1));

    private FactorRules rules = new FactorRules(true, false);
    private boolean keepsSocials = true;

    @Test
    void a_proven_row_fills_in_what_is_missing_and_brings_what_belongs_to_it() {
        PersonPlan plan = merged(all(row(ANN, name("ann")), HASH), untouched(false));

        assertThat(plan.existing()).isEqualTo(MAIN);
        assertThat(plan.newUser()).isNull();
        PersonPlan.Fill fill = Objects.requireNonNull(plan.fill());
        assertThat(fill.claims())
                .as("the address is the main row's")
                .containsExactly(new IdentifierAssignment(name("ann").identifier(), true, null));
        assertThat(fill.passwordHash()).isEqualTo(HASH);
        assertThat(fill.about()).isEqualTo(EDITOR);
        assertThat(fill.kept()).isTrue();
        assertThat(plan.profiles()).singleElement().satisfies(one -> {
            assertThat(one.status().role()).isEqualTo("manager");
            assertThat(one.status().isDefault()).isFalse();
        });
        assertThat(plan.added()).isNull();
        assertThat(plan.devices()).containsExactly(device);
        assertThat(plan.socials()).containsExactly(social);
        assertThat(plan.factors()).isEqualTo(FactorPlan.NONE);
        assertThat(plan.untouched()).isEqualTo(UNTOUCHED);
        RunCounts counts = plan.runCounts();
        assertThat(counts.entities().get("users").in(State.MERGED)).isEqualTo(1);
        assertThat(counts.hashFormats()).isEqualTo(Map.of("bcrypt", 1L));
        assertThat(counts.warnings()).isEqualTo(Map.of("phone_unreadable", 1L));
        assertThat(counts.addedRows()).isEmpty();
        assertThat(counts.named()).extracting(NamedPerson::detail).containsExactly("role editor, role manager");
    }

    @Test
    void what_is_filled_into_an_account_that_came_with_this_run_is_not_noted() {
        PersonPlan plan = merged(all(row(ANN), HASH), importedNow(false));
        assertThat(Objects.requireNonNull(plan.fill()).kept()).isFalse();
        assertThat(plan.untouched()).as("its owner may be here by now").isEqualTo(UNTOUCHED);
        assertThat(plan.socials()).containsExactly(social);
    }

    @Test
    void an_unproven_row_brings_nothing_along_and_every_row_of_it_is_told() {
        PersonPlan plan = merged(all(row(unmarked(ANN)), HASH), untouched(false));
        assertThat(Objects.requireNonNull(plan.fill()).passwordHash()).isNull();
        assertThat(plan.profiles()).isEmpty();
        assertThat(plan.devices()).isEmpty();
        assertThat(plan.socials()).isEmpty();
        for (String entity : List.of("profiles", "devices", "social_accounts")) {
            assertThat(plan.runCounts().entities().get(entity).byReason()).isEqualTo(Map.of("second_row_unproven", 1L));
        }
    }

    @Test
    void no_account_at_another_site_comes_to_an_account_that_somebody_has_touched_here() {
        PersonPlan plan = merged(all(row(ANN), HASH), used());
        assertThat(plan.socials()).isEmpty();
        assertThat(Objects.requireNonNull(plan.fill()).passwordHash()).isNull();
        assertThat(plan.devices()).containsExactly(device);
        assertThat(plan.runCounts().entities().get("social_accounts").byReason())
                .isEqualTo(Map.of("social_account_left_alone", 1L));
        assertThat(plan.runCounts().warnings()).containsEntry("social_account_left_alone", 1L);
    }

    @Test
    void accounts_at_other_sites_that_the_host_does_not_keep_are_told_as_such_whoever_has_touched_the_account() {
        keepsSocials = false;
        for (MainAccount main : List.of(untouched(false), used())) {
            PersonPlan plan = merged(all(row(ANN), HASH), main);
            assertThat(plan.socials()).isEmpty();
            assertThat(plan.runCounts().entities().get("social_accounts").byReason())
                    .isEqualTo(Map.of("not_stored_by_host", 1L));
            assertThat(plan.runCounts().warnings()).doesNotContainKey("social_account_left_alone");
        }
    }

    @Test
    void a_password_brings_its_second_factor_with_it() {
        PersonPlan plan = merged(all(row(ANN), HASH).withFactors(List.of(totp)), untouched(false));
        assertThat(Objects.requireNonNull(plan.fill()).passwordHash()).isEqualTo(HASH);
        assertThat(Objects.requireNonNull(plan.fill()).about()).isEqualTo(EDITOR);
        assertThat(plan.factors().taken()).containsExactly(totp);
        assertThat(plan.socials()).containsExactly(social);
        assertThat(plan.profiles()).extracting(one -> one.status().role()).containsExactly("manager");
    }

    @Test
    void a_password_whose_second_factor_cannot_come_stays_out_and_no_way_in_comes_without_it() {
        rules = new FactorRules(false, false);
        PersonPlan plan = merged(all(row(ANN), HASH).withFactors(List.of(totp)), untouched(false));
        assertThatNothingOpens(plan);
        assertThat(plan.runCounts().warnings()).containsEntry("second_password_dropped", 1L);
    }

    @Test
    void a_password_comes_without_its_second_factor_on_the_movers_word_alone() {
        rules = new FactorRules(false, true);
        PersonPlan plan = merged(all(row(ANN), HASH).withFactors(List.of(totp)), untouched(false));
        assertThat(Objects.requireNonNull(plan.fill()).passwordHash()).isEqualTo(HASH);
        assertThat(plan.runCounts().warnings())
                .containsEntry("second_factor_lost", 1L)
                .doesNotContainKey("second_password_dropped");
    }

    @Test
    void the_second_factor_of_a_row_whose_password_is_not_needed_stays_out_with_its_role_and_other_ways_in() {
        PersonPlan plan = merged(all(row(ANN), HASH).withFactors(List.of(totp)), untouched(true));
        assertThatNothingOpens(plan);
        assertThat(plan.runCounts().warnings())
                .containsEntry("second_factor_of_second_row", 1L)
                .containsEntry("second_row_without_its_factor", 1L);
        PersonPlan leftOut = merged(
                all(row(ANN), HASH)
                        .withFactors(
                                List.of(new FactorDraft(totp.origin(), new ImportedFactor.LeftOut("unconfirmed")))),
                untouched(true));
        assertThat(leftOut.socials()).as("nobody was asked for that factor").containsExactly(social);
    }

    @Test
    void a_row_that_becomes_a_profile_of_its_own_is_counted_as_one_and_has_no_role_without_its_factor() {
        OldUser customer = row(ANN).trusted(new Trust(Precedence.PROFILE, true, true));
        PersonPlan plan = merged(all(customer, HASH), untouched(false));
        assertThat(plan.added()).isEqualTo(EDITOR);
        assertThat(Objects.requireNonNull(plan.fill()).about()).isNull();
        assertThat(plan.runCounts().addedRows()).isEqualTo(Map.of("profiles", 1L));
        PersonPlan guarded = merged(all(customer, HASH).withFactors(List.of(totp)), untouched(true));
        assertThat(Objects.requireNonNull(guarded.added()).role()).isEqualTo("USER");
        assertThat(guarded.added().person()).isEqualTo(EDITOR.person());
    }

    @Test
    void a_password_of_no_known_format_is_told() {
        PersonPlan plan = merged(all(row(ANN), Secret.of("nothing known")), untouched(false));
        assertThat(Objects.requireNonNull(plan.fill()).passwordHash()).isNull();
        assertThat(plan.runCounts().warnings()).containsEntry("hash_unknown", 1L);
    }

    @Test
    void a_row_that_came_earlier_brings_something_only_where_its_own_account_is_here_and_is_filled_by_it() {
        PersonDraft proven = all(row(ANN), HASH);
        PersonDraft unproven = all(row(unmarked(ANN)), HASH);
        assertThat(bringsNothing(proven.user(), untouched(false))).isFalse();
        assertThat(bringsNothing(unproven.user(), untouched(false))).isTrue();
        assertThat(bringsNothing(proven.user(), null))
                .as("the account has not come")
                .isTrue();
        assertThat(bringsNothing(proven.user(), new MainAccount(BY_EMAIL, null, false, false, true, null, true)))
                .as("the account goes by another name here")
                .isTrue();
        UserId stranger = new UserId(8L);
        assertThat(bringsNothing(proven.user(), new MainAccount(BY_EMAIL, stranger, false, false, false, null, false)))
                .as("the row shares the address of another account by now")
                .isTrue();
        assertThat(bringsNothing(proven.user(), new MainAccount(BY_EMAIL, MAIN, false, true, false, null, false)))
                .as("the account has got rights")
                .isTrue();
        UserDraft nobodysSecond = new OldUser(9).has(email("other@example.com")).draft();
        assertThat(bringsNothing(nobodysSecond, untouched(false)))
                .as("the row has left the address")
                .isTrue();

        Origin user = unproven.user().origin();
        PersonPlan later = planner().later(unproven, entry(unproven.user()), target(untouched(false)));
        assertThat(later.fill()).isNull();
        assertThat(later.socials()).isEmpty();
        assertThat(later.origin()).isEqualTo(user);
        assertThat(later.runCounts().entities().get("users").in(State.UNCHANGED))
                .isEqualTo(1);
        assertThat(later.runCounts().entities().get("social_accounts").byReason())
                .isEqualTo(Map.of("second_row_unproven", 1L));
    }

    private boolean bringsNothing(UserDraft user, @Nullable MainAccount main) {
        return planner().bringsNothing(user, entry(user), target(main));
    }

    private static LegacyLinkInfo entry(UserDraft draft) {
        Origin user = draft.origin();
        return new LegacyLinkInfo(
                new LegacyOrigin("old", user.entity().text(), user.legacyId(), "earlier", user.fingerprint()), "7");
    }

    private void assertThatNothingOpens(PersonPlan plan) {
        PersonPlan.Fill fill = Objects.requireNonNull(plan.fill());
        assertThat(fill.passwordHash()).isNull();
        assertThat(Objects.requireNonNull(fill.about()).role()).isEqualTo("USER");
        assertThat(fill.about().person()).isEqualTo(EDITOR.person());
        assertThat(plan.socials()).isEmpty();
        assertThat(plan.factors()).isEqualTo(FactorPlan.NONE);
        assertThat(plan.profiles()).extracting(one -> one.status().role()).containsExactly("USER");
        assertThat(plan.runCounts().entities().get("social_accounts").byReason())
                .isEqualTo(Map.of("second_row_without_its_factor", 1L));
    }

    private static OldUser row(WantedIdentifier... wanted) {
        return new OldUser(2).has(wanted).companion();
    }

    private PersonDraft all(OldUser user, Secret password) {
        UserDraft old = user.draft();
        UserDraft draft = new UserDraft(
                old.origin(),
                old.identifiers(),
                password,
                old.trust(),
                old.status(),
                old.dates(),
                old.settings(),
                old.times(),
                EDITOR,
                null,
                List.of(FOUND),
                List.of());
        return new PersonDraft(draft, List.of(profile), List.of(device), List.of(social));
    }

    private static MainAccount untouched(boolean hasPassword) {
        return new MainAccount(BY_EMAIL, MAIN, hasPassword, false, false, UNTOUCHED, false);
    }

    private static MainAccount importedNow(boolean hasPassword) {
        return new MainAccount(BY_EMAIL, MAIN, hasPassword, false, true, UNTOUCHED, false);
    }

    private static MainAccount used() {
        return new MainAccount(BY_EMAIL, MAIN, false, false, false, null, false);
    }

    private PersonPlan merged(PersonDraft person, MainAccount main) {
        return planner().merged(person, main, target(main));
    }

    private SecondRowPlanner planner() {
        LegacyPasswords passwords = LegacyPasswords.wrapping(
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                ImportHints.none());
        return new SecondRowPlanner(new PlanningInput(
                secondRowRules(),
                passwords,
                new HashingEffort(),
                true,
                UpdatePlanner.Rules.none(DAY),
                KeptIds.none(store),
                rules));
    }

    private TargetSnapshot target(@Nullable MainAccount main) {
        return new TargetSnapshot(
                new TargetSnapshot.Question(LEDGER, secondRowRules(), store, null, false, KeptIds.none(store)),
                Map.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                main == null ? Map.of() : Map.of(BY_EMAIL.key(), main),
                new TargetSnapshot.StoredTables(true, keepsSocials, true, true, true),
                new WrittenRows(Map.of(), Map.of(), Map.of(), Set.of()),
                new TargetFactors(Map.of(), Map.of(), Map.of(), Set.of()));
    }

    /** The row of the main account has the same address. */
    private static SecondRowRules secondRowRules() {
        try (IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, true)) {
            conflicts.enter(new OldUser(1).has(ANN).draft());
            conflicts.enter(new OldUser(2).has(ANN).companion().draft());
            conflicts.count();
            return new SecondRowRules(conflicts, DuplicatePolicy.RULE);
        }
    }
}
