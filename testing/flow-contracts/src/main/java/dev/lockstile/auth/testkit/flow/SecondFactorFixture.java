package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Ana, who has an authenticator application, and the second step of her sign-ins. */
abstract class SecondFactorFixture extends FlowContract {

    static final String ADDRESS = "ana@acme.example";

    static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_SECOND_FACTOR);

    Enrolled ana;

    @BeforeEach
    final void enrolAna() {
        fixture.member(ADDRESS);
        ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
    }

    /** A signed-in caller turns an authenticator application on. */
    static Enrolled enrol(FlowFixture fixture, Caller caller) {
        TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(caller));
        TotpGenerator app = TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
        List<Secret> codes =
                done(fixture.auth.secondFactors().confirmTotp(caller, enrolment.enrolmentId(), Secret.of(app.code())));
        return new Enrolled(caller, app, codes);
    }

    static <T> T done(Outcome<T> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    int sessions() {
        return fixture.store.<Integer>read(tx ->
                tx.sessions().live(ana.caller().user(), fixture.clock.instant()).size());
    }

    SecondFactorChallenge challenge() {
        return challenge(fixture.login(ADDRESS, FlowFixture.PASSWORD));
    }

    static SecondFactorChallenge challenge(Outcome<SignIn> result) {
        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
        return ((Outcome.SecondFactorRequired<SignIn>) result).challenge();
    }

    Outcome<SignIn> finish(SecondFactorChallenge challenge, FactorProof proof) {
        return fixture.auth.secondFactorLogin().finish(attempt(challenge, proof));
    }

    static SecondFactorLogin.Attempt attempt(SecondFactorChallenge challenge, FactorProof proof) {
        return new SecondFactorLogin.Attempt(challenge.id(), proof, FlowFixture.WEB, false);
    }

    Caller in(Outcome<SignIn> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return fixture.caller(result.orElseThrow());
    }

    Caller caller(Secret access) {
        return fixture.auth.sessions().authenticate(access.reveal()).orElseThrow();
    }

    static FactorProof totp(String code) {
        return new FactorProof.Totp(Secret.of(code));
    }

    static <T> Outcome<T> refused(Refusal why) {
        return Outcome.refused(why);
    }

    record Enrolled(Caller caller, TotpGenerator app, List<Secret> recoveryCodes) {}
}
