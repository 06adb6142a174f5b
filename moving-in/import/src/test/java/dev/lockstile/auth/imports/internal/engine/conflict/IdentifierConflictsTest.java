package dev.lockstile.auth.imports.internal.engine.conflict;

import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.key;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.nameLikeEmail;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.phone;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.unmarked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.draft.WantedIdentifier;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SocialIdentity;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is known of the people of a source until the run ends, and what follows for one who has an identifier of
 * several.
 */
final class IdentifierConflictsTest {

    private static final WantedIdentifier ANN = email("ann@example.com");
    private static final String KEY = key("EMAIL", "ann@example.com");

    @Test
    void who_wins_is_held_without_the_row_whatever_becomes_known() {
        SmallLegacy old = new SmallLegacy();
        old.user(1).user(2, "email", "'USER1@example.com'");
        try (Source source = old.source();
                IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.MERGE, true)) {
            Reading reading = new Reading(IdentifierRules.standard(), null, Importing.NOW);
            List<UserDraft> users = JbDrfAuthPreset.discovering()
                    .people(source, reading)
                    .tables()
                    .get(0)
                    .users(null, 10);
            users.forEach(conflicts::enter);
            conflicts.count();
            UserDraft first = users.get(0);
            assertThat(first.origin().row()).isNotNull();
            String key = IdentifierRules.standard()
                    .email("user1@example.com")
                    .orElseThrow()
                    .key();

            conflicts.known(first);
            assertThat(conflicts.winner(key)).get().extracting(Origin::legacyId).isEqualTo("1");
            assertThat(conflicts.winner(key).orElseThrow().row()).isNull();
            conflicts.granted(key, first.origin(), true, false);
            assertThat(conflicts.winner(key).orElseThrow().row()).isNull();
        }
    }

    @Test
    void what_one_account_alone_has_is_its_own_and_counts_as_marked() {
        OldUser ann = new OldUser(1).has(ANN);
        OldUser ben = new OldUser(2).has(email("ben@example.com"));
        try (IdentifierConflicts conflicts = counted(false, ann, ben)) {
            assertThat(conflicts.goesTo(ann.draft(), ANN)).isTrue();
            assertThat(conflicts.proves(ANN)).isTrue();
            assertThat(conflicts.proves(unmarked(ANN))).isFalse();
            assertThat(conflicts.proves(unmarked(ANN).asVouched())).isTrue();
            assertThat(conflicts.isWanted(KEY)).isFalse();
            assertThat(conflicts.goesToMain(KEY)).isFalse();
            assertThat(conflicts.winnerHasPassword(KEY)).isEmpty();
            assertThat(conflicts.winnerHasRights(KEY)).isFalse();
            assertThat(conflicts.importedNow(KEY)).isFalse();
            assertThat(conflicts.winner(KEY)).isEmpty();
        }
    }

    @Test
    void one_account_with_one_identifier_in_two_columns_is_no_conflict() {
        OldUser ann = new OldUser(1).has(ANN, ANN);
        try (IdentifierConflicts conflicts = counted(false, ann)) {
            assertThat(conflicts.goesTo(ann.draft(), ANN)).isTrue();
            assertThat(conflicts.proves(ANN)).isTrue();
        }
    }

    @Test
    void a_deleted_account_and_a_row_that_stays_out_want_nothing() {
        OldUser ann = new OldUser(3).has(ANN);
        try (IdentifierConflicts conflicts = counted(
                false,
                new OldUser(1).has(ANN).deleted(),
                new OldUser(2).has(ANN).refused(),
                new OldUser(4).has(WantedIdentifier.text(IdentifierKind.EMAIL, "ann@example.com", "email", true)),
                ann)) {
            assertThat(conflicts.goesTo(ann.draft(), ANN)).isTrue();
            assertThat(conflicts.isWanted(KEY)).isFalse();
            assertThat(conflicts.proves(ANN)).isTrue();
        }
    }

    @Test
    void a_name_in_the_form_of_an_address_learns_whether_somebody_has_the_address() {
        OldUser named = new OldUser(1).has(nameLikeEmail("ann@example.com"), nameLikeEmail("nobody@example.com"));
        OldUser ann = new OldUser(2).has(ANN);
        try (IdentifierConflicts conflicts =
                counted(false, named, new OldUser(3).has(nameLikeEmail("nobody@example.com")), ann)) {
            assertThat(conflicts.isWanted(KEY)).isTrue();
            assertThat(conflicts.goesToMain(KEY)).isTrue();
            assertThat(conflicts.goesTo(ann.draft(), ANN))
                    .as("to ask is not to want")
                    .isTrue();
            assertThat(conflicts.proves(ANN)).isTrue();
            assertThat(conflicts.isWanted(key("EMAIL", "nobody@example.com"))).isFalse();
        }
        try (IdentifierConflicts conflicts =
                counted(false, named, new OldUser(2).has(ANN).companion())) {
            assertThat(conflicts.isWanted(KEY)).isTrue();
            assertThat(conflicts.goesToMain(KEY)).isFalse();
        }
    }

    @Test
    void of_two_accounts_with_one_address_marks_count_where_they_prove_changes_and_the_movers_word_never_does() {
        WantedIdentifier vouched = unmarked(ANN).asVouched();
        OldUser[] two = {new OldUser(1).has(ANN), new OldUser(2).has(ANN)};
        try (IdentifierConflicts conflicts = counted(true, two)) {
            assertThat(conflicts.proves(ANN)).isTrue();
            assertThat(conflicts.proves(unmarked(ANN))).isFalse();
            assertThat(conflicts.proves(vouched)).isFalse();
        }
        try (IdentifierConflicts conflicts = counted(false, two)) {
            assertThat(conflicts.proves(ANN)).isFalse();
            assertThat(conflicts.proves(vouched)).isFalse();
            assertThat(conflicts.proves(ANN.asVouched())).isFalse();
        }
    }

    @Test
    void a_second_row_of_a_person_is_no_account_that_the_movers_word_could_mean() {
        WantedIdentifier vouched = unmarked(ANN).asVouched();
        OldUser[] two = {new OldUser(1).has(ANN), new OldUser(2).has(ANN).companion()};
        try (IdentifierConflicts conflicts = counted(true, two)) {
            assertThat(conflicts.proves(vouched)).isTrue();
            assertThat(conflicts.goesToMain(KEY)).isTrue();
        }
        try (IdentifierConflicts conflicts = counted(false, two)) {
            assertThat(conflicts.proves(vouched)).isFalse();
            assertThat(conflicts.proves(ANN)).isFalse();
        }
        OldUser third = new OldUser(3).has(ANN);
        try (IdentifierConflicts conflicts = counted(true, two[0], two[1], third)) {
            assertThat(conflicts.proves(vouched)).isFalse();
        }
    }

    @Test
    void of_a_winner_who_has_come_in_now_it_is_known_what_the_account_has() {
        OldUser ann = new OldUser(1).has(ANN);
        try (IdentifierConflicts conflicts = counted(true, ann, new OldUser(2).has(ANN))) {
            assertThat(conflicts.winner(KEY)).isEmpty();
            assertThat(conflicts.winnerHasPassword(KEY)).isEmpty();
            assertThat(conflicts.importedNow(KEY)).isFalse();

            conflicts.granted(KEY, ann.draft().origin(), true, true);
            conflicts.granted(key("EMAIL", "ben@example.com"), ann.draft().origin(), true, true);

            assertThat(conflicts.winner(KEY)).get().extracting(Origin::legacyId).isEqualTo("1");
            assertThat(conflicts.winnerHasPassword(KEY)).contains(true);
            assertThat(conflicts.winnerHasRights(KEY)).isTrue();
            assertThat(conflicts.importedNow(KEY)).isTrue();

            conflicts.known(ann.draft());
            assertThat(conflicts.winnerHasPassword(KEY)).as("not forgotten").contains(true);
            conflicts.granted(KEY, ann.draft().origin(), false, false);
            assertThat(conflicts.winnerHasPassword(KEY)).contains(false);
            assertThat(conflicts.winnerHasRights(KEY)).isFalse();
        }
    }

    @Test
    void of_a_winner_who_came_earlier_nothing_but_the_row_is_known_and_a_loser_is_none() {
        OldUser ann = new OldUser(1).has(ANN, name("ann"));
        OldUser other = new OldUser(2).has(ANN);
        try (IdentifierConflicts conflicts = counted(true, ann, other)) {
            conflicts.known(other.draft());
            assertThat(conflicts.winner(KEY)).isEmpty();

            conflicts.known(ann.draft());
            assertThat(conflicts.winner(KEY)).get().extracting(Origin::legacyId).isEqualTo("1");
            assertThat(conflicts.winnerHasPassword(KEY)).contains(false);
            assertThat(conflicts.winnerHasRights(KEY)).isFalse();
            assertThat(conflicts.importedNow(KEY)).isFalse();
        }
    }

    @Test
    void among_many_identifiers_those_of_two_accounts_are_found_and_no_others() {
        int pairs = 700;
        OldUser[] users = IntStream.range(0, 3 * pairs)
                .mapToObj(id -> new OldUser(id).has(email((id < 2 * pairs ? id % pairs : id) + "@example.com")))
                .toArray(OldUser[]::new);
        try (IdentifierConflicts conflicts = counted(true, users)) {
            for (int id = 0; id < users.length; id++) {
                WantedIdentifier address = users[id].draft().identifiers().get(0);
                assertThat(conflicts.isWanted(address.identifier().key())).isEqualTo(id < 2 * pairs);
                assertThat(conflicts.goesTo(users[id].draft(), address)).isEqualTo(id < pairs || id >= 2 * pairs);
            }
        }
    }

    @Test
    void what_was_put_aside_on_the_disk_goes_when_a_run_ends_before_the_count() throws IOException {
        String address = UUID.randomUUID() + "@example.com";
        long mark = ShortDigest.of(key("EMAIL", address)).high();
        try (IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, true)) {
            for (int id = 0; id < 1000; id++) {
                conflicts.enter(new OldUser(id).has(email(address)).draft());
            }
            assertThat(CandidateFiles.of(mark)).isEqualTo(1);
        }
        assertThat(CandidateFiles.of(mark)).isZero();
    }

    @Test
    void rows_of_one_key_in_two_tables_are_two_accounts() {
        OldUser user = new OldUser(1).has(phone("+12025550143"));
        OldUser customer = new OldUser(1, Entity.people("customers"))
                .has(phone("+12025550143"))
                .companion();
        try (IdentifierConflicts conflicts = counted(true, user, customer)) {
            assertThat(conflicts.goesTo(user.draft(), phone("+12025550143"))).isTrue();
            assertThat(conflicts.goesTo(customer.draft(), phone("+12025550143")))
                    .isFalse();
        }
    }

    @Test
    void an_account_at_another_site_belongs_to_the_first_row_that_names_it() {
        Origin first = new OldUser(1).draft().origin();
        Origin second = new OldUser(2).draft().origin();
        try (IdentifierConflicts conflicts = counted(true)) {
            assertThat(conflicts.firstToName(at("google", "a"), first)).isTrue();
            assertThat(conflicts.firstToName(at("google", "a"), second)).isFalse();
            assertThat(conflicts.firstToName(at("google", "a"), first)).isTrue();
            assertThat(conflicts.firstToName(at("google", "b"), second)).isTrue();
            assertThat(conflicts.firstToName(at("apple", "a"), second)).isTrue();
        }
    }

    private static SocialIdentity at(String provider, String user) {
        return new SocialIdentity(provider, user, null, false, null, null);
    }

    private static IdentifierConflicts counted(boolean provesChanges, OldUser... users) {
        IdentifierConflicts conflicts = new IdentifierConflicts(DuplicatePolicy.RULE, provesChanges);
        Stream.of(users).map(OldUser::draft).forEach(conflicts::enter);
        conflicts.count();
        return conflicts;
    }
}
