package dev.lockstile.auth.imports.internal.engine.conflict;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.key;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.nameLikeEmail;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.phone;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.unmarked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.RequestedIdentifier;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rows are merged into the account of another row, and which are accounts in their own right. */
final class SecondRowRulesTest {

    private static final WantedIdentifier ANN = email("ann@example.com");
    private static final SecondRowRules.Target BY_EMAIL =
            new SecondRowRules.Target(IdentifierKind.EMAIL, key("EMAIL", "ann@example.com"));

    private final OldUser main = new OldUser(1).has(ANN, phone("+12025550143"), name("ann"));

    @ParameterizedTest
    @EnumSource(DuplicatePolicy.class)
    void a_row_of_a_companion_table_is_merged_into_the_main_account_and_never_waits(DuplicatePolicy policy) {
        OldUser second = new OldUser(2).has(ANN).companion();
        with(policy, List.of(main, second), rules -> {
            assertThat(rules.target(second.draft())).contains(BY_EMAIL);
            assertThat(rules.waits(second.draft())).isFalse();
            assertThat(rules.target(main.draft())).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(DuplicatePolicy.class)
    void a_row_of_a_main_table_is_merged_and_waits_where_the_policy_says_so_alone(DuplicatePolicy policy) {
        OldUser second = new OldUser(2).has(phone("+12025550143"));
        boolean merges = policy == DuplicatePolicy.MERGE;
        with(policy, List.of(main, second), rules -> {
            assertThat(rules.target(second.draft()))
                    .isEqualTo(
                            merges
                                    ? Optional.of(new SecondRowRules.Target(
                                            IdentifierKind.PHONE, key("PHONE", "+12025550143")))
                                    : Optional.empty());
            assertThat(rules.waits(second.draft())).isEqualTo(merges);
            assertThat(rules.waits(main.draft())).isFalse();
        });
    }

    @Test
    void rows_of_companion_tables_are_not_merged_into_one_another() {
        OldUser one = new OldUser(2).has(ANN).companion();
        OldUser other = new OldUser(3).has(ANN).companion();
        with(DuplicatePolicy.MERGE, List.of(one, other), rules -> {
            assertThat(rules.target(one.draft())).isEmpty();
            assertThat(rules.target(other.draft())).isEmpty();
        });
    }

    @Test
    void a_name_makes_nobody_a_second_row() {
        OldUser second = new OldUser(2).has(name("ann"), email("other@example.com"));
        OldUser companion = new OldUser(3).has(name("ann")).companion();
        with(DuplicatePolicy.MERGE, List.of(main, second, companion), rules -> {
            assertThat(rules.target(second.draft())).isEmpty();
            assertThat(rules.target(companion.draft())).isEmpty();
        });
    }

    @Test
    void a_text_a_deleted_row_and_one_that_stays_out_are_not_merged() {
        OldUser text = new OldUser(2)
                .has(new WantedIdentifier(ANN.identifier(), RequestedIdentifier.KEEP_TEXT, "email", null, true, false));
        OldUser other = new OldUser(5).has(ANN).createdAt(OldUser.DAY.plusSeconds(1));
        OldUser deleted = new OldUser(3).has(ANN).companion().deleted();
        OldUser refused = new OldUser(4).has(ANN).companion().refused();
        with(DuplicatePolicy.MERGE, List.of(main, text, other, deleted, refused), rules -> {
            assertThat(rules.target(text.draft())).isEmpty();
            assertThat(rules.target(deleted.draft())).isEmpty();
            assertThat(rules.target(refused.draft())).isEmpty();
            assertThat(rules.waits(deleted.draft())).isFalse();
        });
    }

    @Test
    void the_name_of_a_companion_row_in_the_form_of_the_main_address_leads_to_it_and_that_of_a_main_row_does_not() {
        OldUser second = new OldUser(2).has(nameLikeEmail("ann@example.com")).companion();
        OldUser rival = new OldUser(3).has(nameLikeEmail("ann@example.com"));
        with(DuplicatePolicy.RULE, List.of(main, second, rival), rules -> {
            assertThat(rules.target(second.draft())).contains(BY_EMAIL);
            assertThat(rules.isProven(second.draft(), BY_EMAIL)).isFalse();
            assertThat(rules.target(rival.draft())).isEmpty();
        });
        OldUser companion = new OldUser(1).has(ANN).companion();
        with(
                DuplicatePolicy.RULE,
                List.of(companion, second),
                rules -> assertThat(rules.target(second.draft())).isEmpty());
    }

    @Test
    void a_row_is_proven_by_its_own_mark_on_the_very_identifier_it_is_merged_by() {
        OldUser marked = new OldUser(2).has(ANN).companion();
        OldUser unmarked = new OldUser(3)
                .has(unmarked(ANN), email("other@example.com"), phone("+12025550100"))
                .companion();
        OldUser text = new OldUser(4)
                .has(WantedIdentifier.text(IdentifierKind.EMAIL, "ann@example.com", "email", true))
                .companion();
        List<OldUser> all = List.of(main, marked, unmarked, text);
        with(DuplicatePolicy.RULE, all, rules -> {
            assertThat(rules.isProven(marked.draft(), BY_EMAIL)).isTrue();
            assertThat(rules.isProven(unmarked.draft(), BY_EMAIL)).isFalse();
            assertThat(rules.isProven(text.draft(), new SecondRowRules.Target(IdentifierKind.EMAIL, "")))
                    .isFalse();
            SecondRowRules.Target sameKeyOfANumber = new SecondRowRules.Target(IdentifierKind.PHONE, BY_EMAIL.key());
            assertThat(rules.isProven(marked.draft(), sameKeyOfANumber)).isFalse();
        });
        try (IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, false)) {
            all.forEach(user -> conflicts.enter(user.draft()));
            conflicts.count();
            assertThat(new SecondRowRules(conflicts, DuplicatePolicy.RULE).isProven(marked.draft(), BY_EMAIL))
                    .as("where marks stay when addresses change")
                    .isFalse();
        }
    }

    private static void with(DuplicatePolicy policy, List<OldUser> users, Consumer<SecondRowRules> look) {
        try (IdentifierConflicts conflicts = new IdentifierConflicts(policy, true)) {
            users.forEach(user -> conflicts.enter(user.draft()));
            conflicts.count();
            look.accept(new SecondRowRules(conflicts, policy));
        }
    }
}
