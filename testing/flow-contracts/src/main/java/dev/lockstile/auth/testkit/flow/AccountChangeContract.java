package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new address or number counts when it is proven, and no account takes another's in the meantime. */
@Tag("columns")
abstract class AccountChangeContract extends FlowContract {

    private static final String OLD = "ana@acme.example";
    private static final String NEW = "new.ana@acme.example";
    private static final String PHONE = "+525512345678";

    /** For those who extend it. */
    protected AccountChangeContract() {}

    @Test
    void a_new_address_counts_when_it_is_proven_and_the_old_one_is_told() {
        fixture.member(OLD);
        SignIn elsewhere = fixture.signedIn(OLD);
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        PendingChange pending = ask(ana, AccountChange.NONE.withEmail(NEW));
        assertThat(fixture.login(NEW, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        int toOld = fixture.deliver().postbox.to(OLD).size();

        assertThat(prove(ana, pending, fixture.codeTo(NEW)).email()).isEqualTo(NEW);

        assertThat(fixture.deliver().postbox.to(OLD)).hasSize(toOld + 1);
        assertThat(fixture.login(OLD, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login(NEW, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.sessions().refresh(elsewhere.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.auth.sessions().list(ana)).isNotEmpty();
    }

    @Test
    void a_number_is_added_by_the_code_that_was_sent_to_it() {
        fixture.member(OLD);
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        PendingChange pending = ask(ana, AccountChange.NONE.withPhone("+52 55 1234 5678"));
        fixture.requestSms(PHONE);
        assertThat(fixture.deliver().postbox.to(PHONE))
                .as("nobody signs in by a number that is not proven")
                .hasSize(1);
        UserInfo user = prove(ana, pending, fixture.codeTo(PHONE));
        assertThat(user.identifiers().phone().isVerified()).isTrue();
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestSms(PHONE);
        assertThat(fixture.enterCode(CodeIdentifier.phone(PHONE), fixture.codeTo(PHONE)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_change_needs_a_recent_proof_of_who_asks() {
        fixture.member(OLD);
        SignIn in = fixture.signedIn(OLD);
        Caller ana = fixture.caller(in);
        fixture.clock.advance(Duration.ofMinutes(11));
        for (AccountChange change : List.of(
                AccountChange.NONE.withEmail(NEW),
                AccountChange.NONE.withPhone(PHONE),
                AccountChange.NONE.withUsername("ana"))) {
            assertThat(fixture.auth.ownAccount().update(ana, change))
                    .isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        }
        assertThat(fixture.auth.ownAccount().update(ana, AccountChange.NONE.withLanguage("pt-br")))
                .extracting(Outcome::orElseThrow)
                .satisfies(changed ->
                        assertThat(changed.account().user().language()).isEqualTo("pt-BR"));
    }

    @Test
    void a_reset_a_newer_request_and_the_end_of_the_session_cancel_a_change() {
        fixture.member(OLD);
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        PendingChange first = ask(ana, AccountChange.NONE.withEmail("one@acme.example"));
        String firstCode = fixture.codeTo("one@acme.example");
        PendingChange second = ask(ana, AccountChange.NONE.withEmail("two@acme.example"));
        String secondCode = fixture.codeTo("two@acme.example");
        refused(ana, first, firstCode);

        Caller elsewhere = fixture.caller(fixture.signedIn(OLD));
        refused(elsewhere, second, secondCode);
        fixture.auth.sessions().logout(ana);
        assertThat(fixture.auth.ownAccount().confirmChange(ana, proof(second, secondCode)))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        refused(elsewhere, second, secondCode);

        PendingChange third = ask(elsewhere, AccountChange.NONE.withEmail("three@acme.example"));
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, OLD, null));
        fixture.auth.passwords().confirmReset(fixture.linkTo(OLD), Secret.of("copper-lantern-2208"));
        Caller back = fixture.caller(FlowFixture.signIn(fixture.login(OLD, "copper-lantern-2208")));
        refused(back, third, fixture.codeTo("three@acme.example"));
        assertThat(fixture.login("three@acme.example", "copper-lantern-2208")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_code_is_for_its_person_its_time_and_five_attempts() {
        fixture.member(OLD);
        fixture.member("bob@acme.example");
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        Caller bob = fixture.caller(fixture.signedIn("bob@acme.example"));
        PendingChange pending = ask(ana, AccountChange.NONE.withEmail(NEW));
        String code = fixture.codeTo(NEW);
        refused(bob, pending, code);
        for (int i = 0; i < 5; i++) {
            refused(ana, pending, FlowFixture.not(code));
        }
        refused(ana, pending, code);

        fixture.clock.advance(Duration.ofMinutes(1));
        PendingChange next = ask(ana, AccountChange.NONE.withEmail(NEW));
        String nextCode = fixture.codeTo(NEW);
        fixture.clock.advance(Duration.between(fixture.clock.instant(), next.validUntil()));
        refused(ana, next, nextCode);
    }

    @Test
    void an_address_of_somebody_else_gets_the_same_answer_and_its_owner_a_notice() {
        fixture.member(OLD);
        fixture.member("bob@acme.example");
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        int before = fixture.deliver().postbox.to("bob@acme.example").size();
        PendingChange pending = ask(ana, AccountChange.NONE.withEmail("BOB@acme.example"));
        assertThat(pending.challengeId()).isNotBlank();
        assertThat(fixture.deliver().postbox.to("bob@acme.example")).hasSize(before + 1);
        assertThat(fixture.postbox.lastTo("bob@acme.example").text()).doesNotContainPattern("\\d{6}");
        refused(ana, pending, "123456");
        assertThat(fixture.signedIn("bob@acme.example").user().email()).isEqualTo("bob@acme.example");
    }

    @Test
    void an_address_that_somebody_else_proved_meanwhile_is_theirs() {
        fixture.member(OLD);
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        PendingChange pending = ask(ana, AccountChange.NONE.withEmail(NEW));
        String code = fixture.codeTo(NEW);
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.member(NEW);
        refused(ana, pending, code);
        assertThat(fixture.signedIn(NEW).user().id()).isNotEqualTo(ana.user());
    }

    @Test
    void of_many_proofs_at_once_one_counts() {
        fixture.member(OLD);
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        PendingChange pending = ask(ana, AccountChange.NONE.withEmail(NEW));
        String code = fixture.codeTo(NEW);
        int won = ParallelRun.winners(
                12, n -> fixture.auth.ownAccount().confirmChange(ana, proof(pending, code)) instanceof Outcome.Done);
        assertThat(won).isEqualTo(1);
    }

    @Test
    void a_user_name_is_taken_at_once_and_never_looks_like_an_address_or_number() {
        fixture.member(OLD, "ana");
        fixture.member("bob@acme.example");
        Caller bob = fixture.caller(fixture.signedIn("bob@acme.example"));
        for (String wrong : List.of(OLD, "+52 55 1234 5678", "5512345678", "a b", "\u212Aelvin", "bob\u0000")) {
            assertThat(fixture.auth.ownAccount().update(bob, AccountChange.NONE.withUsername(wrong)))
                    .as(wrong)
                    .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("username", "invalid_username"))));
        }
        assertThat(fixture.auth.ownAccount().update(bob, AccountChange.NONE.withUsername("ANA")))
                .isEqualTo(Outcome.refused(Refusal.USERNAME_TAKEN));
        assertThat(fixture.auth.ownAccount().update(bob, AccountChange.NONE.withUsername("Bob")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.signedIn("bob").user().id()).isEqualTo(bob.user());
    }

    @Test
    void changes_are_counted() {
        fixture.member(OLD);
        Caller ana = fixture.caller(fixture.signedIn(OLD));
        for (int i = 0; i < 10; i++) {
            ask(ana, AccountChange.NONE.withEmail("n" + i + "@acme.example"));
        }
        assertThat(fixture.auth.ownAccount().update(ana, AccountChange.NONE.withEmail("n11@acme.example")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.THROTTLED));
    }

    private PendingChange ask(Caller caller, AccountChange change) {
        Outcome<OwnAccount.Changed> result = fixture.auth.ownAccount().update(caller, change);
        if (result instanceof Outcome.Done<OwnAccount.Changed> changed
                && changed.value().pending().size() == 1) {
            return changed.value().pending().get(0);
        }
        throw new AssertionError("not pending: " + result);
    }

    private UserInfo prove(Caller caller, PendingChange pending, String code) {
        Outcome<OwnAccount.Changed> result = fixture.auth.ownAccount().confirmChange(caller, proof(pending, code));
        if (result instanceof Outcome.Done<OwnAccount.Changed> changed) {
            return changed.value().account().user();
        }
        throw new AssertionError("not changed: " + result);
    }

    private void refused(Caller caller, PendingChange pending, String code) {
        assertThat(fixture.auth.ownAccount().confirmChange(caller, proof(pending, code)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    private static ChangeProof proof(PendingChange pending, String code) {
        return new ChangeProof(pending.challengeId(), Secret.of(code));
    }
}
