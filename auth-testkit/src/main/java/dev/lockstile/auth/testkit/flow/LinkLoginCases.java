package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.LinkLoginAttempt;
import dev.lockstile.auth.otp.LinkLoginRequest;
import dev.lockstile.auth.otp.LinkLoginRequestResult;
import dev.lockstile.auth.otp.LinkLoginResult;
import dev.lockstile.auth.secret.Secret;

/** Steps of signing in by a link. */
abstract class LinkLoginCases extends FlowContract {

    static final String ADDRESS = "ana@acme.example";
    static final LinkLoginResult REFUSED = new LinkLoginResult.Refused();

    /** For those who extend it. */
    protected LinkLoginCases() {}

    UserId user(String address) {
        return fixture.signedIn(address).user().id();
    }

    String request(String address) {
        LinkLoginRequestResult result = fixture.auth.linkLogin().request(new LinkLoginRequest(address, null));
        assertThat(result).isInstanceOf(LinkLoginRequestResult.Sent.class);
        return ((LinkLoginRequestResult.Sent) result).requestId();
    }

    LinkLoginAttempt.Proof token() {
        return new LinkLoginAttempt.Proof.Token(
                Secret.of(fixture.deliver().postbox.lastTo(ADDRESS).loginToken()));
    }

    LinkLoginAttempt.Proof digits() {
        return digitsTo(ADDRESS);
    }

    LinkLoginAttempt.Proof digitsTo(String address) {
        return code(fixture.codeTo(address));
    }

    static LinkLoginAttempt.Proof code(String digits) {
        return new LinkLoginAttempt.Proof.Code(Secret.of(digits));
    }

    LinkLoginResult enter(String request, LinkLoginAttempt.Proof proof) {
        return enter(fixture.auth, request, proof);
    }

    static LinkLoginResult enter(Auth node, String request, LinkLoginAttempt.Proof proof) {
        return node.linkLogin().confirm(new LinkLoginAttempt(request, proof, FlowFixture.WEB));
    }
}
