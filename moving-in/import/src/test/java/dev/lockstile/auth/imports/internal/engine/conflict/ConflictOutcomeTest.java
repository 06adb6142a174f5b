package dev.lockstile.auth.imports.internal.engine.conflict;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.key;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.nameIfFree;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.nameLikeEmail;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.phone;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.unmarked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an account gets of the identifiers of the old row, and what opens the account by them. */
final class ConflictOutcomeTest {

    private static final WantedIdentifier ANN = email("ann@example.com");
    private static final WantedIdentifier NUMBER = phone("+12025550143");

    private final OldUser winner = new OldUser(1).has(ANN, NUMBER, name("ann"));

    @Test
    void what_nobody_else_has_is_owned_and_proven_as_it_is_marked() {
        ConflictOutcome assigned = alone(new OldUser(2).has(ANN, unmarked(NUMBER), name("ann")));
        assertThat(assigned.claims())
                .containsExactlyInAnyOrder(
                        IdentifierAssignment.proven(ANN.identifier(), DAY), owned(NUMBER), owned(name("ann")));
        assertThat(assigned.ownedClaims()).hasSize(3);
        assertThat(assigned.anyProven()).isTrue();
        assertThat(assigned.findings()).isEmpty();
        assertThat(assigned.isHeldInTarget()).isFalse();
        assertThat(assigned.admittedAt()).as("the number opens by the password").isEqualTo(DAY);
        assertThat(Stream.of(IdentifierKind.values())).noneMatch(assigned::refuses);
    }

    @Test
    void what_goes_to_somebody_else_stays_as_text_without_its_proof() {
        OldUser loser = new OldUser(2).has(ANN, NUMBER, name("bob")).createdAt(DAY.plusSeconds(1));
        ConflictOutcome assigned = of(loser, Set.of(), winner, loser);
        assertThat(assigned.claims()).containsExactlyInAnyOrder(text(ANN), text(NUMBER), owned(name("bob")));
        assertThat(assigned.ownedClaims()).containsExactly(owned(name("bob")));
        assertThat(assigned.anyProven()).isFalse();
        assertThat(assigned.isHeldInTarget()).isFalse();
        assertThat(assigned.refuses(IdentifierKind.EMAIL)).isTrue();
        assertThat(assigned.refuses(IdentifierKind.PHONE)).isTrue();
        assertThat(assigned.refuses(IdentifierKind.USERNAME)).isFalse();
        assertThat(assigned.admittedAt()).isNull();
        assertThat(assigned.findings())
                .containsExactly(
                        new Finding("identifier_collision", "email", "belongs to another account"),
                        new Finding("identifier_collision", "phone", "belongs to another account"));
    }

    @Test
    void what_somebody_here_has_stays_as_text_and_may_come_later() {
        ConflictOutcome assigned = of(winner, Set.of(key("EMAIL", "ann@example.com")), winner);
        assertThat(assigned.claims()).contains(text(ANN));
        assertThat(assigned.isHeldInTarget()).isTrue();
        OldUser loser = new OldUser(2).has(ANN).createdAt(DAY.plusSeconds(1));
        assertThat(of(loser, Set.of(key("EMAIL", "ann@example.com")), winner, loser)
                        .isHeldInTarget())
                .as("here, and to another old account as well")
                .isFalse();
    }

    @Test
    void a_name_in_the_form_of_an_address_is_a_name_only_where_nobody_has_the_address() {
        OldUser named = new OldUser(2).has(nameLikeEmail("ann@example.com"), email("b@example.com"));
        assertThat(alone(named).ownedClaims()).hasSize(2);
        for (ConflictOutcome assigned : List.of(
                of(named, Set.of(), winner, named), of(named, Set.of(key("EMAIL", "ann@example.com")), named))) {
            assertThat(assigned.claims()).contains(text(name("ann@example.com")));
            assertThat(assigned.findings()).extracting(Finding::reason).containsExactly("username_is_an_email");
            assertThat(assigned.refuses(IdentifierKind.USERNAME)).isTrue();
            assertThat(assigned.obstacle(DuplicatePolicy.QUARANTINE))
                    .as("a name is no duplicate to be looked at")
                    .isNull();
        }
    }

    @Test
    void a_deleted_account_owns_nothing_and_keeps_its_proofs_for_the_day_it_is_restored() {
        ConflictOutcome assigned = alone(
                new OldUser(2).has(ANN, unmarked(NUMBER), nameIfFree("ann")).deleted());
        assertThat(assigned.claims())
                .containsExactlyInAnyOrder(new IdentifierAssignment(ANN.identifier(), false, DAY), text(NUMBER));
        assertThat(assigned.ownedClaims()).isEmpty();
        assertThat(assigned.admittedAt()).isEqualTo(DAY);
        assertThat(assigned.obstacle(DuplicatePolicy.RULE)).isNull();
        assertThat(alone(new OldUser(2).has(ANN).deleted()).admittedAt()).isNull();
    }

    @Test
    void a_text_is_kept_as_it_stands_and_gives_way_to_a_name_that_signs_in() {
        WantedIdentifier text = WantedIdentifier.text(IdentifierKind.EMAIL, "ann at home", "mail", true);
        ConflictOutcome assigned = alone(new OldUser(2).has(text, ANN));
        assertThat(assigned.claims()).containsExactly(IdentifierAssignment.proven(ANN.identifier(), DAY));
        assertThat(alone(new OldUser(2).has(ANN, text)).claims()).isEqualTo(assigned.claims());
        ConflictOutcome alone = alone(new OldUser(2).has(text));
        assertThat(alone.claims()).containsExactly(IdentifierAssignment.unproven(text.identifier()));
        assertThat(alone.anyProven()).isFalse();
        assertThat(alone.obstacle(DuplicatePolicy.RULE))
                .isEqualTo(new Finding("no_identifier", "", "no usable identifier"));
    }

    @Test
    void an_old_address_that_is_none_is_the_name_instead_of_another_or_stands_as_address_again() {
        ConflictOutcome assigned = alone(new OldUser(2).has(nameIfFree("annie"), name("ann")));
        assertThat(assigned.claims()).containsExactly(owned(name("annie")));
        assertThat(assigned.findings()).extracting(Finding::reason).containsExactly("username_replaced");
        OldUser loser = new OldUser(2).has(nameIfFree("ann"), name("bob"));
        ConflictOutcome lost = of(loser, Set.of(), winner, loser);
        assertThat(lost.claims())
                .containsExactlyInAnyOrder(
                        IdentifierAssignment.unproven(new Identifier(IdentifierKind.EMAIL, "ann", "")),
                        owned(name("bob")));
        assertThat(lost.obstacle(DuplicatePolicy.QUARANTINE)).isNull();
    }

    @Test
    void a_name_alone_opens_no_account_that_the_old_system_kept_shut() {
        OldUser shut = new OldUser(2).has(name("bob")).unverified();
        assertThat(alone(shut).claims())
                .containsExactly(IdentifierAssignment.unproven(name("bob").identifier()));
        OldUser loser = new OldUser(3).has(ANN, name("cem")).unverified();
        assertThat(of(loser, Set.of(), winner, loser).claims())
                .contains(IdentifierAssignment.unproven(name("cem").identifier()));
        assertThat(alone(new OldUser(2).has(name("bob"), unmarked(ANN)).unverified())
                        .claims())
                .contains(owned(name("bob")));
        assertThat(alone(new OldUser(2).has(name("bob")).trusted(Trust.always(false)))
                        .claims())
                .containsExactly(owned(name("bob")));
    }

    @Test
    void a_password_opens_by_what_nobody_has_proven_only_where_the_old_system_let_in_by_it() {
        assertThat(alone(new OldUser(2).has(unmarked(ANN))).admittedAt()).isEqualTo(DAY);
        assertThat(alone(new OldUser(2).has(unmarked(ANN)).unverified()).admittedAt())
                .isNull();
        assertThat(alone(new OldUser(2).has(ANN)).admittedAt()).isNull();
        assertThat(alone(new OldUser(2).has(name("ann"))).admittedAt()).isNull();
        assertThat(alone(new OldUser(2).has(name("ann"))).anyProven()).isFalse();
        WantedIdentifier provenName =
                new WantedIdentifier(name("ann").identifier(), name("ann").requested(), "username", null, true, false);
        assertThat(alone(new OldUser(2).has(provenName)).anyProven()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(DuplicatePolicy.class)
    void whoever_lost_an_address_stays_out_where_the_policy_holds_losers(DuplicatePolicy policy) {
        boolean holds = policy.holdsLosers();
        OldUser byEmail = new OldUser(2).has(ANN, name("bob")).createdAt(DAY.plusSeconds(1));
        OldUser byPhone = new OldUser(3).has(NUMBER, name("cem")).createdAt(DAY.plusSeconds(1));
        OldUser byName = new OldUser(4).has(name("ann"), email("d@example.com")).createdAt(DAY.plusSeconds(1));
        OldUser second = new OldUser(5).has(ANN, name("eve")).companion();
        OldUser[] all = {winner, byEmail, byPhone, byName, second};
        assertThat(of(byEmail, Set.of(), all).obstacle(policy))
                .isEqualTo(holds ? new Finding("duplicate_email", "email", "another account has it") : null);
        assertThat(of(byPhone, Set.of(), all).obstacle(policy))
                .isEqualTo(holds ? new Finding("duplicate_phone", "phone", "another account has it") : null);
        assertThat(of(byName, Set.of(), all).obstacle(policy)).isNull();
        assertThat(of(second, Set.of(), all).obstacle(policy)).isNull();
    }

    @Test
    void whoever_has_nothing_left_to_sign_in_by_stays_out_with_the_reason() {
        OldUser loser = new OldUser(2).has(ANN).createdAt(DAY.plusSeconds(1));
        assertThat(of(loser, Set.of(), winner, loser).obstacle(DuplicatePolicy.RULE))
                .isEqualTo(new Finding("identifier_collision", "", "every identifier belongs to another account"));
        OldUser named = new OldUser(3).has(nameLikeEmail("ann@example.com"));
        assertThat(of(named, Set.of(), winner, named).obstacle(DuplicatePolicy.RULE))
                .isEqualTo(new Finding("no_identifier", "", "no usable identifier"));
        assertThat(alone(new OldUser(3)).obstacle(DuplicatePolicy.RULE))
                .isEqualTo(new Finding("no_identifier", "", "no usable identifier"));
    }

    private static ConflictOutcome alone(OldUser user) {
        return of(user, Set.of(), user);
    }

    private static ConflictOutcome of(OldUser user, Set<String> taken, OldUser... all) {
        try (IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, true)) {
            Stream.of(all).map(OldUser::draft).forEach(conflicts::enter);
            conflicts.count();
            return ConflictOutcome.of(user.draft(), conflicts, taken);
        }
    }

    private static IdentifierAssignment owned(WantedIdentifier wanted) {
        return new IdentifierAssignment(wanted.identifier(), true, null);
    }

    private static IdentifierAssignment text(WantedIdentifier wanted) {
        return IdentifierAssignment.unproven(wanted.identifier());
    }
}
