package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
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

/** People delete their own account, with a proof; a stolen token does not. */
@Tag("keys")
abstract class AccountDeletionContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final DeletionProof PASSWORD = new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD));
    private static final DeletionProof WRONG = new DeletionProof.Password(Secret.of("wrong"));

    /** For those who extend it. */
    protected AccountDeletionContract() {}

    @Test
    void a_password_deletes_ends_the_sessions_frees_the_address_and_tells() {
        fixture.member(ANA);
        SignIn in = fixture.signedIn(ANA);
        Caller ana = fixture.caller(in);
        int before = fixture.deliver().postbox.to(ANA).size();
        assertThat(fixture.auth.ownAccount().delete(ana, PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before + 1);
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.sessions().refresh(in.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.auth.ownAccount().delete(ana, PASSWORD)).isEqualTo(refused(Refusal.SESSION_ENDED));
        fixture.clock.advance(Duration.ofMinutes(10));
        fixture.member(ANA);
        assertThat(fixture.signedIn(ANA).user().id()).isNotEqualTo(in.user().id());
    }

    @Test
    void a_code_for_that_purpose_deletes_and_a_code_to_sign_in_does_not() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        CodeLogin.Sent login = fixture.requestCode(ANA).orElseThrow();
        assertThat(fixture.auth.ownAccount().delete(ana, code(login.challengeId(), fixture.codeTo(ANA))))
                .isEqualTo(refused(Refusal.INVALID_CODE));
        StepUp.Sent sent = fixture.auth.stepUp().requestCode(ana, null, null).orElseThrow();
        String code = fixture.codeTo(ANA);
        assertThat(fixture.auth.ownAccount().delete(ana, code(sent.challengeId(), FlowFixture.not(code))))
                .isEqualTo(refused(Refusal.INVALID_CODE));
        assertThat(fixture.auth.ownAccount().delete(ana, code(sent.challengeId(), code)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_stolen_token_deletes_nothing_and_five_attempts_are_all() {
        fixture.member(ANA);
        Caller thief = fixture.caller(fixture.signedIn(ANA));
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.auth.ownAccount().delete(thief, WRONG)).isEqualTo(refused(Refusal.WRONG_PASSWORD));
        }
        assertThat(fixture.auth.ownAccount().delete(thief, PASSWORD))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.THROTTLED));
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_last_superuser_stays_and_of_two_at_once_one_goes() {
        Secret password = Secret.of(FlowFixture.PASSWORD);
        fixture.auth.admin().createFirstSuperuser(new NewAdmin("root@acme.example", password, NewAdmin.Rank.SUPERUSER));
        Caller root = fixture.caller(fixture.signedIn("root@acme.example"));
        fixture.auth
                .admin()
                .createAdministratorAs(root, new NewAdmin("staff@acme.example", password, NewAdmin.Rank.STAFF));
        assertThat(fixture.auth.ownAccount().delete(root, PASSWORD)).isEqualTo(refused(Refusal.FORBIDDEN));
        NewAdmin second = new NewAdmin("second@acme.example", password, NewAdmin.Rank.SUPERUSER);
        fixture.auth.admin().createAdministratorAs(root, second);
        List<Caller> both = List.of(root, fixture.caller(fixture.signedIn(second.email())));
        List<Outcome<UserId>> results =
                ParallelRun.run(2, n -> fixture.auth.ownAccount().delete(both.get(n), PASSWORD));
        assertThat(results).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(results).hasSize(2).contains(refused(Refusal.FORBIDDEN));
        Caller left = both.get(results.indexOf(refused(Refusal.FORBIDDEN)));
        assertThat(fixture.auth.adminAuthorization().refusal(left)).isEmpty();
    }

    private static DeletionProof code(String challenge, String code) {
        return new DeletionProof.Code(challenge, Secret.of(code));
    }

    private static Outcome<UserId> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
