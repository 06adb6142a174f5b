package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A recovery code stands in for the second factor, each once. */
abstract class RecoveryCodeContract extends SecondFactorFixture {

    @Test
    void a_recovery_code_stands_in_once_and_its_owner_is_told() {
        assertThat(ana.recoveryCodes()).hasSize(10);
        Secret code = ana.recoveryCodes().get(3);
        assertThat(code.reveal()).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
        String typed = code.reveal().toLowerCase(Locale.ROOT).replace("-", " ");
        in(finish(challenge(), new FactorProof.RecoveryCode(Secret.of(typed))));
        assertThat(finish(challenge(), new FactorProof.RecoveryCode(code))).isEqualTo(REFUSED);
        assertThat(fixture.deliver().postbox.lastTo(ADDRESS).text()).contains("recuperación");
    }

    @Test
    void of_many_uses_of_one_recovery_code_one_is_a_session() {
        List<SecondFactorChallenge> challenges = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            challenges.add(challenge());
        }
        FactorProof code = new FactorProof.RecoveryCode(ana.recoveryCodes().get(0));
        assertThat(ParallelRun.winners(20, n -> finish(challenges.get(n), code) instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
    }

    @Test
    void a_recovery_code_is_no_password_and_a_new_set_ends_the_old_one() {
        Secret old = ana.recoveryCodes().get(0);
        assertThat(fixture.login(ADDRESS, old.reveal())).isInstanceOf(Outcome.Refused.class);
        Caller caller = in(finish(challenge(), totp(ana.app().code())));
        assertThat(done(fixture.auth.secondFactors().renewRecoveryCodes(caller)))
                .hasSize(10);
        assertThat(finish(challenge(), new FactorProof.RecoveryCode(old))).isEqualTo(REFUSED);
    }

    @Test
    void recovery_codes_end_with_the_last_factor() {
        Caller caller = in(finish(challenge(), totp(ana.app().code())));
        assertThat(recoveryCodes()).isPresent();
        done(fixture.auth.secondFactors().removeTotp(caller));
        assertThat(recoveryCodes()).isEmpty();
    }

    @Test
    void a_set_of_which_a_code_was_used_ends_with_the_last_factor() {
        Caller caller = in(finish(
                challenge(), new FactorProof.RecoveryCode(ana.recoveryCodes().get(0))));
        done(fixture.auth.secondFactors().removeTotp(caller));
        assertThat(recoveryCodes()).isEmpty();
    }

    @Test
    void a_reset_of_the_factors_ends_recovery_codes_and_login_codes() {
        fixture.requestCode(ADDRESS);
        String code = fixture.codeTo(ADDRESS);
        assertThat(fixture.auth.factorAdministration().reset(ADDRESS, "ticket 7"))
                .isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(recoveryCodes()).isEmpty();
        assertThat(fixture.enterCode(CodeIdentifier.email(ADDRESS), code))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void an_application_is_asked_for_when_its_address_is_proven_again() {
        UserId user = ana.caller().user();
        assertThat(fixture.auth.admin().delete(user)).isTrue();
        assertThat(fixture.auth.admin().restore(user)).isTrue();
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestCode(ADDRESS);
        assertThat(fixture.enterCode(CodeIdentifier.email(ADDRESS), fixture.codeTo(ADDRESS)))
                .isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    private Optional<RecoveryCodeSet> recoveryCodes() {
        return fixture.store.read(
                tx -> tx.factors().recoveryCodes().left(ana.caller().user()));
    }
}
