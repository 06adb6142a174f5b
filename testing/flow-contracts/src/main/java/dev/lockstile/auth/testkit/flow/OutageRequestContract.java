package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Requests and sign-ins that an outage kept from being decided cost no permit. */
abstract class OutageRequestContract extends OutageFixture {

    private static final String HOME = "192.0.2.9";

    /** For those who extend it. */
    protected OutageRequestContract() {}

    @Test
    void a_request_for_a_code() {
        isSent(
                this::member,
                address ->
                        node.codes().request(new CodeLogin.Request(CodeIdentifier.email(address), Channel.EMAIL, HOME)),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_request_for_a_link() {
        isSent(
                this::member,
                address -> node.linkLogin().request(new LinkLogin.Request(address, HOME)),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_request_for_a_reset() {
        isSent(
                this::member,
                address -> node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, HOME)),
                result -> true);
    }

    @Test
    void a_registration() {
        isSent(
                this::fresh,
                address -> node.registrations().register(FlowFixture.registration(address, null, null)),
                Outcome::isDone);
    }

    @Test
    void a_second_message_of_a_registration() {
        isSent(
                () -> {
                    String address = fresh();
                    fixture.register(FlowFixture.registration(address, null, null));
                    fixture.clock.advance(Duration.ofMinutes(10));
                    return address;
                },
                address -> node.registrations().resendConfirmation(address),
                result -> true);
    }

    @Test
    void a_request_for_a_code_of_a_step_up() {
        isStillRight(
                () -> caller(member()),
                caller -> node.stepUp().requestCode(caller, null, HOME),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_request_for_another_address() {
        isStillRight(
                () -> caller(member()),
                caller -> node.ownAccount().update(caller, AccountChange.NONE.withEmail(next(caller)), HOME),
                Outcome::isDone);
    }

    @Test
    void a_sign_in_by_password() {
        isStillRight(
                this::member,
                address -> node.login()
                        .signIn(new PasswordLogin.Request(address, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB)),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_sign_in_by_code() {
        isStillRight(
                () -> {
                    String address = member();
                    fixture.requestCode(address);
                    return new CodeLogin.Attempt(
                            CodeIdentifier.email(address), null, Secret.of(fixture.codeTo(address)), FlowFixture.WEB);
                },
                attempt -> node.codes().verify(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_sign_in_by_link() {
        isStillRight(
                () -> {
                    String address = member();
                    String request = fixture.auth
                            .linkLogin()
                            .request(new LinkLogin.Request(address, null))
                            .orElseThrow()
                            .requestId();
                    Secret token =
                            Secret.of(fixture.deliver().postbox.lastTo(address).loginToken());
                    return new LinkLogin.Attempt(request, new LinkLogin.Attempt.Proof.Token(token), FlowFixture.WEB);
                },
                attempt -> node.linkLogin().confirm(attempt),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_refresh() {
        isStillRight(
                () -> fixture.signedIn(member()).tokens().refresh(),
                refresh -> node.sessions().refresh(refresh),
                Outcome.Done.class::isInstance);
    }

    @Test
    void an_outage_is_told_as_one_and_not_as_a_refusal() {
        String address = member();
        fixture.events.clear();
        Optional<Outcome<SignIn>> result = failingAt(
                1,
                () -> node.login()
                        .signIn(new PasswordLogin.Request(address, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB)));
        assertThat(result).isEmpty();
        assertThat(fixture.events).singleElement().isInstanceOfSatisfying(AuthEvent.Unavailable.class, told -> {
            assertThat(told.operation()).isEqualTo(Operation.SIGN_IN);
            assertThat(told.outcome()).isEqualTo(AuthEvent.Outcome.UNAVAILABLE);
        });
    }

    /** The request is answered, and its message arrives. */
    private <R> void isSent(Supplier<String> fresh, Function<String, R> request, Predicate<R> right) {
        isStillRight(
                () -> {
                    String address = fresh.get();
                    return new Asked(
                            address, fixture.deliver().postbox.to(address).size());
                },
                asked -> new Answer<>(asked, request.apply(asked.address())),
                answer -> right.test(answer.result()) && received(answer.asked()) == 1);
    }

    private int received(Asked asked) {
        return fixture.deliver().postbox.to(asked.address()).size() - asked.before();
    }

    private record Asked(String address, int before) {}

    private record Answer<R>(Asked asked, R result) {}

    private static String next(Caller caller) {
        return "next" + caller.user() + "@acme.example";
    }
}
