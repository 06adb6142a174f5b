package dev.lockstile.auth.imports.internal.engine.conflict;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.nameIfFree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of several old accounts with one identifier exactly one keeps it, whatever the order they are read in. */
final class ConflictOrderTest {

    @ParameterizedTest
    @EnumSource(DuplicatePolicy.class)
    void an_account_of_a_main_table_comes_before_one_of_a_companion_table(DuplicatePolicy policy) {
        keeps(policy, ann(2).inactive().createdAt(DAY.minusSeconds(9)), ann(1).companion());
        keeps(policy, ann(2).inactive().createdAt(DAY.plusSeconds(9)), ann(1).companion());
    }

    @ParameterizedTest
    @EnumSource(DuplicatePolicy.class)
    void a_name_comes_before_an_old_address_that_would_be_one(DuplicatePolicy policy) {
        OldUser named = new OldUser(2).has(name("ann")).companion();
        keeps(policy, named, new OldUser(1).has(nameIfFree("ann")));
    }

    @ParameterizedTest
    @EnumSource(value = DuplicatePolicy.class, mode = EnumSource.Mode.EXCLUDE, names = "NEWEST")
    void who_may_sign_in_comes_before_who_may_not(DuplicatePolicy policy) {
        keeps(policy, ann(2).unverified().createdAt(DAY.plusSeconds(1)), ann(1).inactive());
    }

    @ParameterizedTest
    @EnumSource(
            value = DuplicatePolicy.class,
            names = {"RULE", "MERGE", "QUARANTINE"})
    void who_is_verified_comes_before_who_is_older_and_who_is_older_before_who_is_read_first(DuplicatePolicy policy) {
        keeps(policy, ann(2).createdAt(DAY.plusSeconds(1)), ann(1).unverified());
        keeps(policy, ann(2).createdAt(DAY.minusNanos(1000)), ann(1));
        keeps(policy, ann(2).createdAt(DAY.plusMillis(1)), ann(1).createdAt(DAY.plusMillis(3)));
    }

    @Test
    void the_first_of_the_source_comes_before_who_is_verified_or_older() {
        assertThat(winner(DuplicatePolicy.FIRST, ann(1).unverified(), ann(2).createdAt(DAY.minusSeconds(1))))
                .isEqualTo("1");
        assertThat(winner(DuplicatePolicy.FIRST, ann(2).createdAt(DAY.minusSeconds(1)), ann(1).unverified()))
                .isEqualTo("2");
    }

    @Test
    void the_newest_comes_before_who_may_sign_in() {
        keeps(DuplicatePolicy.NEWEST, ann(2).inactive().unverified().createdAt(DAY.plusNanos(1000)), ann(1));
        keeps(
                DuplicatePolicy.NEWEST,
                ann(2).createdAt(DAY.plusSeconds(1)),
                ann(1).createdAt(DAY.plusNanos(999_999_000)));
    }

    @ParameterizedTest
    @EnumSource(DuplicatePolicy.class)
    void of_equals_the_first_of_the_source_keeps_it(DuplicatePolicy policy) {
        assertThat(winner(policy, ann(1), ann(2), ann(3))).isEqualTo("1");
        assertThat(winner(policy, ann(3), ann(2), ann(1))).isEqualTo("3");
    }

    private static OldUser ann(int id) {
        return new OldUser(id).has(email("ann@example.com"));
    }

    /** In either order. */
    private static void keeps(DuplicatePolicy policy, OldUser first, OldUser second) {
        String id = first.draft().origin().legacyId();
        assertThat(winner(policy, first, second)).isEqualTo(id);
        assertThat(winner(policy, second, first)).isEqualTo(id);
    }

    private static String winner(DuplicatePolicy policy, OldUser... users) {
        List<UserDraft> drafts = Stream.of(users).map(OldUser::draft).toList();
        List<String> winners = new ArrayList<>();
        try (IdentifierConflicts conflicts = new IdentifierConflicts(policy, true)) {
            drafts.forEach(conflicts::enter);
            conflicts.count();
            drafts.stream()
                    .filter(draft -> conflicts.goesTo(draft, draft.identifiers().get(0)))
                    .forEach(draft -> winners.add(draft.origin().legacyId()));
        }
        assertThat(winners).hasSize(1);
        return winners.get(0);
    }
}
