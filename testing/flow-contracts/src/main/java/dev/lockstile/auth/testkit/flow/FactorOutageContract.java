package dev.lockstile.auth.testkit.flow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.testkit.flow.SecondFactorFixture.Enrolled;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a right second factor is worth after an outage. */
abstract class FactorOutageContract extends OutageFixture {

    /** For those who extend it. */
    protected FactorOutageContract() {}

    @Test
    void the_first_code_of_an_authenticator_application() {
        isStillRight(
                () -> {
                    Caller caller = caller(member());
                    TotpEnrolment begun = done(node.secondFactors().beginTotp(caller));
                    return new Begun(caller, begun.enrolmentId(), code(begun));
                },
                begun -> node.secondFactors().confirmTotp(begun.caller(), begun.id(), begun.code()),
                Outcome.Done.class::isInstance);
    }

    @Test
    void the_first_code_of_an_application_between_the_steps_of_a_sign_in() {
        Auth strict = tightNode(SecondFactorPolicy.everybody());
        isStillRight(
                () -> {
                    Secret challenge = held(strict, member());
                    TotpEnrolment begun = done(strict.secondFactorLogin().enrol(challenge));
                    return attempt(challenge, new FactorProof.Totp(code(begun)));
                },
                attempt -> strict.secondFactorLogin().finish(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_code_of_an_application_at_a_sign_in() {
        isStillRight(
                () -> {
                    String address = member();
                    Enrolled owner = enrol(address);
                    return attempt(held(node, address), totp(owner));
                },
                attempt -> node.secondFactorLogin().finish(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_recovery_code_at_a_sign_in() {
        isStillRight(
                () -> {
                    String address = member();
                    Secret code = enrol(address).recoveryCodes().get(0);
                    return attempt(held(node, address), new FactorProof.RecoveryCode(code));
                },
                attempt -> node.secondFactorLogin().finish(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_passkey_at_a_sign_in() {
        requirePasskeys();
        isStillRight(
                () -> {
                    String address = withPasskey();
                    Secret challenge = held(node, address);
                    return attempt(challenge, passkey(node.passkeyLogin().beginSecondFactor(challenge), address));
                },
                attempt -> node.secondFactorLogin().finish(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_first_passkey_between_the_steps_of_a_sign_in() {
        requirePasskeys();
        Auth strict = tightNode(SecondFactorPolicy.everybody());
        isStillRight(
                () -> {
                    String address = member();
                    Secret challenge = held(strict, address);
                    return attempt(challenge, passkey(strict.passkeyLogin().beginEnrolment(challenge), address));
                },
                attempt -> strict.secondFactorLogin().finish(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_passkey_alone() {
        requirePasskeys();
        isStillRight(
                () -> {
                    String address = withPasskey();
                    FactorProof.Passkey shown = passkey(node.passkeyLogin().begin(null), address);
                    return new PasskeyLogin.Attempt(shown, FlowFixture.WEB);
                },
                attempt -> node.passkeyLogin().finish(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_new_passkey() {
        requirePasskeys();
        isStillRight(
                () -> {
                    String address = member();
                    Caller caller = caller(address);
                    PasskeyCeremony begun = done(node.ownPasskeys().begin(caller));
                    return new Begun(caller, begun.id(), Secret.of(address));
                },
                begun -> node.ownPasskeys()
                        .finish(
                                begun.caller(),
                                new FactorProof.Passkey(begun.id(), begun.code().reveal()),
                                null),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_code_of_an_application_at_a_step_up() {
        isStillRight(
                () -> enrol(member()),
                owner -> node.stepUp().byFactor(owner.caller(), totp(owner)),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_passkey_at_a_step_up() {
        requirePasskeys();
        isStillRight(
                () -> {
                    String address = withPasskey();
                    Secret challenge = held(node, address);
                    FactorProof shown = passkey(node.passkeyLogin().beginSecondFactor(challenge), address);
                    Outcome<SignIn> in = fixture.nodeWith(builder -> builder.passkeys(new BelievingPasskeys()))
                            .secondFactorLogin()
                            .finish(attempt(challenge, shown));
                    Caller caller = fixture.caller(in.orElseThrow());
                    return new Begun(
                            caller, done(node.ownPasskeys().beginStepUp(caller)).id(), Secret.of(address));
                },
                begun -> node.stepUp()
                        .byFactor(
                                begun.caller(),
                                new FactorProof.Passkey(begun.id(), begun.code().reveal())),
                Outcome.Done.class::isInstance);
    }

    private void requirePasskeys() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
    }

    /** The address of a member whose passkey has the address for a credential. */
    private String withPasskey() {
        String address = member();
        BelievingPasskeys.add(fixture, caller(address).user(), address, "handle");
        return address;
    }

    private Enrolled enrol(String address) {
        Enrolled owner = SecondFactorFixture.enrol(fixture, caller(address));
        fixture.clock.advance(Duration.ofMinutes(1));
        return owner;
    }

    private static FactorProof totp(Enrolled owner) {
        return new FactorProof.Totp(Secret.of(owner.app().code()));
    }

    private Secret code(TotpEnrolment begun) {
        return Secret.of(
                TotpGenerator.of(begun.secret().reveal(), fixture.clock).code());
    }

    private static FactorProof.Passkey passkey(Outcome<PasskeyCeremony> started, String credential) {
        return new FactorProof.Passkey(started.orElseThrow().id(), credential);
    }

    private static Secret held(Auth node, String address) {
        Outcome<SignIn> result = node.login()
                .signIn(new PasswordLogin.Request(address, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
        return ((Outcome.SecondFactorRequired<SignIn>) result).challenge().id();
    }

    private static SecondFactorLogin.Attempt attempt(Secret challenge, FactorProof proof) {
        return new SecondFactorLogin.Attempt(challenge, proof, FlowFixture.WEB, false);
    }

    private static <T> T done(Outcome<T> result) {
        return result.orElseThrow();
    }

    private record Begun(Caller caller, String id, Secret code) {}
}
