package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.event.AuditTrail.Report.Intact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acts of administrators and of owners of keys by two processes at once: one wins, and rows and trail agree. */
final class TwoNodesAdministrationTest extends TwoNodes {

    @Override
    ProofDatabase database() {
        return ProofDatabase.postgres();
    }

    @Override
    ProofFixture fixture(ProofDatabase on) {
        return ProofFixture.withTrail(on);
    }

    @AfterEach
    void nothing_is_half_done_and_the_trail_is_whole() {
        Invariants.hold(fixture, List.of(ProofFixture.PASSWORD));
        assertThat(fixture.trail().verify()).isInstanceOf(Intact.class);
        assertThat(fixture.number("select deadlocks from pg_stat_database where datname = current_database()"))
                .as("deadlocks")
                .isZero();
    }

    @Test
    void of_merges_in_both_directions_one_is_done() {
        rounds("merges", () -> {
            String ana = fixture.id(fixture.member());
            String bea = fixture.id(fixture.member());
            String root = fixture.admins().token();
            Map<String, Integer> counts = race(
                    List.of(command(Operation.MERGE, 0, root, ana, bea), command(Operation.MERGE, 1, root, bea, ana)));
            assertThat(counts).containsEntry("Merge", 1);
            assertThat(refused(counts)).isEqualTo(ALL - 1);
            assertThat(fixture.admins().entries(ana, "deleted (merged into user " + bea + "%")
                            + fixture.admins().entries(bea, "deleted (merged into user " + ana + "%"))
                    .isOne();
            return counts;
        });
    }

    @Test
    void a_sign_in_during_a_merge_leaves_no_session_of_the_account_that_ends() {
        rounds("sign-ins against merges", () -> {
            String email = fixture.member();
            String ana = fixture.id(email);
            String bea = fixture.id(fixture.member());
            String root = fixture.admins().token();
            Map<String, Integer> counts = race(List.of(
                    command(Operation.LOGIN, 0, email, ProofFixture.PASSWORD),
                    command(Operation.MERGE, 1, root, ana, bea)));
            assertThat(counts).containsEntry("Merge", 1);
            assertThat(fixture.number("select count(*) from auth_session where ended_at is null and user_id = " + ana))
                    .isZero();
            return counts;
        });
    }

    @Test
    void an_account_that_is_edited_or_acted_for_during_a_merge_is_merged_whole() {
        for (Operation other : List.of(Operation.EDIT, Operation.BEGIN_ACTING)) {
            rounds(other + " against merges", () -> {
                String ana = fixture.id(fixture.member());
                String bea = fixture.id(fixture.member());
                String root = fixture.admins().token();
                Map<String, Integer> counts = race(
                        List.of(command(other, 0, root, ana, "name%n"), command(Operation.MERGE, 1, root, ana, bea)));
                assertThat(counts).containsEntry("Merge", 1);
                assertThat(fixture.number(
                                "select count(*) from auth_profile where deleted_at is null and user_id = " + bea))
                        .isEqualTo(2);
                assertThat(fixture.admins().entries(ana, other == Operation.EDIT ? "edited%" : "began%"))
                        .isEqualTo(counts.getOrDefault(other == Operation.EDIT ? "DONE" : "Acting", 0)
                                .longValue());
                return counts;
            });
        }
    }

    @Test
    void edits_of_one_account_are_whole() {
        rounds("edits", () -> {
            String ana = fixture.id(fixture.member());
            Map<String, Integer> counts = race(Operation.EDIT, fixture.admins().token(), ana, "name%n");
            assertThat(counts.get("DONE") + refused(counts)).isEqualTo(ALL);
            assertThat(fixture.number("select count(*) from auth_profile where first_name = last_name_1"
                            + " and first_name like 'name%' and user_id = " + ana))
                    .isOne();
            assertThat(fixture.admins().entries(ana, "edited%"))
                    .isEqualTo(counts.get("DONE").longValue());
            return counts;
        });
    }

    @Test
    void an_invitation_sets_one_password() {
        rounds("uses of an invitation", () -> {
            String email = ProofFixture.newEmail();
            MessageInbox.Letter link = fixture.admins().invited(email);
            Map<String, Integer> counts = race(Operation.RESET, link.uid(), link.token(), "new-words-of-%n-x");
            assertThat(counts).containsEntry("PasswordSet", 1);
            assertThat(refused(counts)).isEqualTo(ALL - 1);
            return counts;
        });
    }

    @Test
    void of_uses_of_an_invitation_and_its_revocations_one_is_done() {
        rounds("uses of an invitation against revocations", () -> {
            String email = ProofFixture.newEmail();
            MessageInbox.Letter link = fixture.admins().invited(email);
            Map<String, Integer> counts = race(List.of(
                    command(Operation.RESET, 0, link.uid(), link.token(), CrashFlow.NEW_PASSWORD),
                    command(Operation.REVOKE_INVITATION, 1, fixture.admins().token(), fixture.id(email))));
            int used = counts.getOrDefault("PasswordSet", 0);
            assertThat(used + counts.getOrDefault("DONE", 0)).isOne();
            ProofFixture.expect(
                    used == 1 ? "SignIn" : "Refused", fixture.answer(Operation.LOGIN, email, CrashFlow.NEW_PASSWORD));
            return counts;
        });
    }

    @Test
    void a_key_that_is_used_while_it_is_revoked_opens_never_again() {
        rounds("uses of a key against revocations", () -> {
            String email = fixture.member();
            ApiKey.Issued made = fixture.admins().key(email);
            Map<String, Integer> counts = race(List.of(
                    command(Operation.USE_KEY, 0, made.secret().reveal()),
                    command(
                            Operation.REVOKE_KEY,
                            1,
                            fixture.token(email),
                            made.key().id())));
            assertThat(counts).containsEntry("Boolean", 1);
            ProofFixture.expect(
                    "Refused", fixture.answer(Operation.USE_KEY, made.secret().reveal()));
            return counts;
        });
    }

    @Test
    void a_token_of_an_actor_shows_nothing_after_its_end() {
        rounds("uses of a token of an actor against its end", () -> {
            String email = fixture.member();
            String acting = fixture.admins().acting(fixture.admins().token(), email);
            Map<String, Integer> counts =
                    race(List.of(command(Operation.SHOW_ACCOUNT, 0, acting), command(Operation.LOGOUT, 1, acting)));
            ProofFixture.expect("Refused", fixture.answer(Operation.SHOW_ACCOUNT, acting));
            assertThat(fixture.liveSessions(email)).isZero();
            return counts;
        });
    }

    /** Those who waited too long for the row of another are told so. */
    private static int refused(Map<String, Integer> counts) {
        return counts.getOrDefault("Refused", 0) + counts.getOrDefault("StoreUnavailableException", 0);
    }
}
