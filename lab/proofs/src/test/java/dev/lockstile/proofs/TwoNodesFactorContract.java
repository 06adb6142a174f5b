package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What opens one session opens one, whatever many do with it at once on two nodes. */
abstract class TwoNodesFactorContract extends TwoNodes {

    @Test
    void a_code_of_an_application_opens_one_session() {
        rounds("codes of applications", () -> {
            String email = fixture.member();
            Enrolled ana = enrol(email);
            return one(email, Operation.SHOW_TOTP, answers(email, ana.app().code()));
        });
    }

    @Test
    void a_recovery_code_opens_one_session() {
        rounds("recovery codes", () -> {
            String email = fixture.member();
            Secret code = enrol(email).recoveryCodes().get(0);
            return one(email, Operation.SHOW_RECOVERY_CODE, answers(email, code.reveal()));
        });
    }

    @Test
    void a_challenge_of_a_passkey_opens_one_session() {
        rounds("passkeys", () -> {
            String email = fixture.member();
            SoftwareAuthenticator key = SoftwareAuthenticator.at(Deployment.ORIGIN);
            Caller caller = caller(email);
            PasskeyCeremony making = done(fixture.auth.ownPasskeys().begin(caller));
            FactorProof.Passkey made = new FactorProof.Passkey(making.id(), key.create(making));
            done(fixture.auth.ownPasskeys().finish(caller, made, "phone"));
            Outcome<PasskeyCeremony> asked = fixture.auth.passkeyLogin().begin(null);
            PasskeyCeremony showing = asked.orElseThrow();
            return one(email, Operation.SHOW_PASSKEY, showing.id(), key.get(showing));
        });
    }

    @Test
    void a_link_to_sign_in_with_opens_one_session() {
        rounds("links to sign in with", () -> {
            String email = fixture.member();
            Outcome<LinkLogin.Sent> asked = fixture.auth.linkLogin().request(new LinkLogin.Request(email, null));
            fixture.deliver();
            String request = asked.orElseThrow().requestId();
            return one(
                    email,
                    Operation.FOLLOW_LINK,
                    request,
                    fixture.postbox.lastTo(email).loginToken());
        });
    }

    private Map<String, Integer> one(String email, Operation operation, String... args) {
        long before = fixture.sessions(email);
        Map<String, Integer> counts = race(operation, args);
        assertThat(counts).containsEntry("SignIn", 1).containsEntry("Refused", ALL - 1);
        assertThat(fixture.sessions(email)).isEqualTo(before + 1);
        return counts;
    }

    /** A proof, and a challenge of its own for each thread of both nodes. */
    private String[] answers(String email, String proof) {
        List<String> args = new ArrayList<>(List.of(proof));
        for (int i = 0; i < ALL; i++) {
            Outcome<SignIn> held = fixture.auth
                    .login()
                    .signIn(new PasswordLogin.Request(
                            email, Secret.of(ProofFixture.PASSWORD), ClientInfo.web("198.51.100.1")));
            args.add(((Outcome.SecondFactorRequired<SignIn>) held)
                    .challenge()
                    .id()
                    .reveal());
        }
        return args.toArray(String[]::new);
    }

    private Enrolled enrol(String email) {
        Caller caller = caller(email);
        TotpEnrolment begun = done(fixture.auth.secondFactors().beginTotp(caller));
        TotpGenerator app = TotpGenerator.of(begun.secret().reveal(), Clock.systemUTC());
        Secret before = Secret.of(app.code(-1)); // the present one is still to be shown
        return new Enrolled(app, done(fixture.auth.secondFactors().confirmTotp(caller, begun.enrolmentId(), before)));
    }

    private Caller caller(String email) {
        return fixture.auth
                .sessions()
                .authenticate(fixture.signIn(email).tokens().access().reveal())
                .orElseThrow();
    }

    private static <T> T done(Outcome<T> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private record Enrolled(TotpGenerator app, List<Secret> recoveryCodes) {}
}
