package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;

/** Steps of signing in by a link. */
abstract class LinkLoginCases extends FlowContract {

    static final String ADDRESS = "ana@acme.example";
    static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_LINK);
    static final Outcome<SignIn> WRONG_CODE = Outcome.refused(Refusal.INVALID_CODE);

    /** For those who extend it. */
    protected LinkLoginCases() {}

    UserId user(String address) {
        return fixture.signedIn(address).user().id();
    }

    String request(String address) {
        Outcome<LinkLogin.Sent> result = fixture.auth.linkLogin().request(new LinkLogin.Request(address, null));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow().requestId();
    }

    LinkLogin.Attempt.Proof token() {
        return new LinkLogin.Attempt.Proof.Token(
                Secret.of(fixture.deliver().postbox.lastTo(ADDRESS).loginToken()));
    }

    LinkLogin.Attempt.Proof digits() {
        return digitsTo(ADDRESS);
    }

    LinkLogin.Attempt.Proof digitsTo(String address) {
        return code(fixture.codeTo(address));
    }

    static LinkLogin.Attempt.Proof code(String digits) {
        return new LinkLogin.Attempt.Proof.Code(Secret.of(digits));
    }

    Outcome<SignIn> enter(String request, LinkLogin.Attempt.Proof proof) {
        return enter(fixture.auth, request, proof);
    }

    static Outcome<SignIn> enter(Auth node, String request, LinkLogin.Attempt.Proof proof) {
        return node.linkLogin().confirm(new LinkLogin.Attempt(request, proof, FlowFixture.WEB));
    }
}
