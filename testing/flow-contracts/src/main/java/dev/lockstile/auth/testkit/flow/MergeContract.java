package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.LegacyLinkStore;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two accounts of one person become one. */
@Tag("keys")
abstract class MergeContract extends MergeFixture {

    /** For those who extend it. */
    protected MergeContract() {}

    @Test
    void a_caller_without_the_permission_a_recent_proof_or_a_session_merges_nothing() {
        Caller viewer = staff("viewer", "viewer");
        assertRefused(merge(viewer, ana, bea), Refusal.FORBIDDEN);
        assertRefused(merge(caller(ANA), ana, bea), Refusal.FORBIDDEN);
        assertRefused(auth.admin().previewMergeAs(viewer, ana, bea), Refusal.FORBIDDEN);
        fixture.clock.advance(Duration.ofMinutes(11));
        assertRefused(merge(root, ana, bea), Refusal.STEP_UP_REQUIRED);
        assertThat(auth.admin().previewMergeAs(root, ana, bea).isDone()).isTrue();
        auth.sessions().logout(root);
        assertRefused(merge(root, ana, bea), Refusal.SESSION_ENDED);
        assertBothAreThere();
    }

    @Test
    void an_account_with_rights_with_more_permissions_or_the_own_one_is_not_merged() {
        Caller desk = staff("desk", "desk");
        UserId clerk = staff("clerk", "viewer").user();
        for (UserId other : List.of(root.user(), clerk, desk.user())) {
            assertRefused(merge(desk, other, bea), Refusal.FORBIDDEN);
            assertRefused(merge(desk, ana, other), Refusal.FORBIDDEN);
            assertRefused(merge(root, other, bea), Refusal.FORBIDDEN);
            assertRefused(merge(root, ana, other), Refusal.FORBIDDEN);
        }
        auth.admin().setRole(ana, "payer");
        assertRefused(merge(desk, ana, bea), Refusal.FORBIDDEN);
        assertRefused(merge(desk, bea, ana), Refusal.FORBIDDEN);
        assertBothAreThere();
    }

    @Test
    void accounts_that_do_not_fit_are_told_as_conflicts() {
        UserId open = auth.admin()
                .create(AccountDraft.ofEmail("open@acme.example"))
                .orElseThrow()
                .id();
        assertConflict(ana, ana, FieldProblem.of("into", "same_account"));
        assertConflict(ana, open, FieldProblem.of("into", "unproven"));
        auth.admin().disable(bea);
        assertConflict(ana, bea, FieldProblem.of("into", "disabled"));
        assertConflict(bea, ana, FieldProblem.of("from", "disabled"));
        auth.admin().enable(bea);
        auth.admin().delete(bea);
        assertRefused(merge(root, ana, bea), Refusal.NOT_FOUND);
        assertRefused(merge(root, bea, ana), Refusal.NOT_FOUND);
        assertThat(auth.admin().find(ana)).isPresent();
    }

    @Test
    void a_veto_of_the_host_rolls_everything_back() {
        verdict = Verdict.veto("open_orders");
        SignIn in = signIn(BEA);
        assertRefused(merge(root, ana, bea), Refusal.FORBIDDEN);
        assertBothAreThere();
        assertThat(auth.sessions().refresh(in.tokens().refresh()).isDone()).isTrue();
    }

    @Test
    void the_account_that_ends_answers_as_gone_and_its_way_in_leads_nowhere() {
        SignIn before = signIn(ANA);
        SignIn stays = signIn(BEA);
        Merge merged = merge(root, ana, bea).orElseThrow();
        assertThat(merged.released()).contains(IdentifierKind.EMAIL);
        assertThat(auth.admin().find(ana)).isEmpty();
        assertThat(auth.sessions().refresh(before.tokens().refresh()).isDone()).isFalse();
        assertThat(auth.sessions().refresh(stays.tokens().refresh()).isDone()).isFalse();
        assertThat(login(ANA).isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
        assertThat(signIn(BEA).profiles()).hasSize(2);
        assertRefused(merge(root, ana, bea), Refusal.NOT_FOUND);
    }

    @Test
    void a_proven_number_moves_with_its_proof_and_both_ids_are_told() {
        UserId cara = auth.admin()
                .create(AccountDraft.ofPhone("+5215512345678").vouchingForIdentifiers())
                .orElseThrow()
                .id();
        fixture.events.clear();
        int told = fixture.deliver().postbox.to(BEA).size();
        Merge preview = auth.admin().previewMergeAs(root, cara, bea).orElseThrow();
        assertThat(preview.moved()).containsExactly(IdentifierKind.PHONE);
        assertThat(merge(root, cara, bea)).isEqualTo(Outcome.done(preview));
        assertThat(auth.admin().find(bea).orElseThrow().identifiers().phone().isVerified())
                .isTrue();
        assertThat(fixture.deliver().postbox.to(BEA)).hasSizeGreaterThan(told);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .satisfiesExactly(
                        ended -> assertThat(ended).startsWith("deleted (merged into user " + bea + ")"),
                        stays -> assertThat(stays).startsWith("merged (from user " + cara + ")"));
    }

    @Test
    void an_account_at_a_site_that_moves_is_told_to_the_owner_who_gets_it() {
        UserId open = auth.admin()
                .create(AccountDraft.ofEmail("open@acme.example"))
                .orElseThrow()
                .id();
        SocialIdentity theirs = new SocialIdentity("corp", "mallory-1", null, false, null, null);
        fixture.store.<Boolean>alone(tx -> {
            tx.socials().insert(open, theirs, fixture.clock.instant());
            return true;
        });
        int told = fixture.deliver().postbox.to(BEA).size();
        fixture.events.clear();
        assertThat(merge(root, open, bea).orElseThrow().providers()).containsExactly("corp");
        assertThat(fixture.deliver().postbox.to(BEA)).hasSize(told + 1);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.user()).isEqualTo(bea);
                    assertThat(event.detail()).startsWith("social linked: corp");
                });
    }

    @Test
    void an_operator_merges_without_a_permission_and_no_account_with_a_right() {
        UserId clerk = staff("clerk", "viewer").user();
        fixture.events.clear();
        for (UserId staff : List.of(root.user(), clerk)) {
            assertRefused(auth.admin().previewMerge(staff, bea), Refusal.FORBIDDEN);
            assertRefused(auth.admin().merge(staff, bea, WHY), Refusal.FORBIDDEN);
            assertRefused(auth.admin().merge(ana, staff, WHY), Refusal.FORBIDDEN);
        }
        assertThat(fixture.events).hasSize(4).hasOnlyElementsOfType(AuthEvent.Refused.class);
        assertThatThrownBy(() -> auth.admin().merge(ana, bea, "añadido")).isInstanceOf(IllegalArgumentException.class);
        assertRefused(auth.admin().merge(ana, ana, WHY), Refusal.INVALID_INPUT);
        Merge preview = auth.admin().previewMerge(ana, bea).orElseThrow();
        assertBothAreThere();
        fixture.events.clear();
        assertThat(auth.admin().merge(ana, bea, WHY)).isEqualTo(Outcome.done(preview));
        assertThat(auth.admin().find(ana)).isEmpty();
        assertThat(fixture.events)
                .extracting(AuthEvent::detail)
                .contains(
                        "deleted (merged into user " + bea + ", by an administrator: " + WHY + ")",
                        "merged (from user " + ana + ", by an administrator: " + WHY + ")");
    }

    /** An import takes a row with an older time of change for its own. */
    @Test
    void the_account_that_stays_is_changed_at_the_time_of_the_merge() {
        UserId cara = auth.admin()
                .create(AccountDraft.ofPhone("+5215512345678").vouchingForIdentifiers())
                .orElseThrow()
                .id();
        Instant proven = fixture.clock.instant();
        fixture.clock.advance(Duration.ofMinutes(1));
        merge(root, cara, bea).orElseThrow();
        Assumptions.assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.extension(ImportTx.class).isPresent()),
                "the store takes no imports");
        assertThat(fixture.store.<Optional<NewUser>>read(
                        tx -> ImportTx.in(tx).written().untouched(bea, proven)))
                .isEmpty();
    }

    @Test
    void the_ledger_tells_which_account_stays_and_keeps_the_entry_of_the_old_row() {
        Assumptions.assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        LegacyOrigin origin = new LegacyOrigin("old", "users", "7", "run", "f");
        fixture.store.<Boolean>alone(tx -> {
            tx.legacy().insert("k7", origin, ana.toString(), fixture.clock.instant());
            return true;
        });
        merge(root, ana, bea).orElseThrow();
        auth.admin().restoreAs(root, ana, WHY);
        assertThat(fixture.store.<Map<String, String>>read(tx -> tx.legacy().mergedInto(List.of(ana.toString()))))
                .as("what comes for it later is its own")
                .isEmpty();
        merge(root, ana, bea).orElseThrow();
        fixture.store.<Boolean>read(tx -> {
            assertThat(tx.legacy().mergedInto(List.of(ana.toString())))
                    .isEqualTo(Map.of(ana.toString(), bea.toString()));
            assertThat(tx.legacy().byKeys(List.of("k7")))
                    .containsEntry("k7", new LegacyLinkStore.LegacyLinkInfo(origin, ana.toString()));
            return true;
        });
    }

    @Test
    void an_account_that_ended_is_restored_unless_its_name_moved() {
        merge(root, ana, bea).orElseThrow();
        assertThat(auth.admin().restoreAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(signIn(BEA).profiles()).hasSize(2);
        UserId cara = auth.admin()
                .create(AccountDraft.ofPhone("+5215512345678").vouchingForIdentifiers())
                .orElseThrow()
                .id();
        merge(root, cara, bea).orElseThrow();
        assertThat(auth.admin().restoreAs(root, cara, WHY)).isEqualTo(Change.TAKEN);
    }
}
