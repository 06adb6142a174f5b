package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tokens say of how their owner was authenticated: told at the sign-in, copied since, raised by nothing else. */
abstract class AuthContextContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";

    @Test
    void a_password_is_one_factor() {
        fixture.member(ADDRESS);
        assertThat(fixture.caller(fixture.signedIn(ADDRESS)).context()).isEqualTo(one("pwd"));
    }

    @Test
    void a_code_by_mail_and_one_by_text_message_are_told_apart() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        fixture.requestCode(ADDRESS);
        assertThat(in(CodeIdentifier.email(ADDRESS), fixture.codeTo(ADDRESS))).isEqualTo(one("otp"));
        String phone = "+525512345678";
        fixture.requestSms(phone);
        assertThat(in(CodeIdentifier.phone(phone), fixture.codeTo(phone))).isEqualTo(one("sms"));
    }

    @Test
    void a_refresh_a_switch_and_a_step_up_by_password_copy_it() {
        fixture.member(ADDRESS);
        SignIn ana = fixture.signedIn(ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(2));
        TokenPair refreshed =
                fixture.auth.sessions().refresh(ana.tokens().refresh()).orElseThrow();
        Caller caller = caller(refreshed.access());
        assertThat(caller.context()).isEqualTo(one("pwd"));
        assertThat(caller.authTime()).isEqualTo(fixture.clock.instant().minus(Duration.ofMinutes(2)));
        Outcome<SignIn> switched = fixture.auth
                .login()
                .switchProfile(caller, new ProfileSwitch(ana.active().id(), FlowFixture.WEB, refreshed.refresh()));
        assertThat(fixture.caller(FlowFixture.signIn(switched)).context()).isEqualTo(one("pwd"));
        StepUp.Proven proven = fixture.auth
                .stepUp()
                .byPassword(caller, Secret.of(FlowFixture.PASSWORD))
                .orElseThrow();
        assertThat(caller(proven.access()).context()).isEqualTo(one("pwd"));
        assertThat(caller(proven.access()).showedTwoFactors()).isFalse();
    }

    private AuthContext in(CodeIdentifier identifier, String code) {
        Outcome<SignIn> result = fixture.enterCode(identifier, code);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return fixture.caller(result.orElseThrow()).context();
    }

    private Caller caller(Secret access) {
        return fixture.auth.sessions().authenticate(access.reveal()).orElseThrow();
    }

    private static AuthContext one(String method) {
        return new AuthContext(Assurance.AAL1, List.of(method));
    }
}
