package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import org.jspecify.annotations.Nullable;

/** A host with purposes of its own, and short ways through their codes. */
final class PurposeFixture {

    static final String ORDER = "order 4711, 250.00 EUR";
    static final Outcome<PurposeCodes.Verified> REFUSED = Outcome.refused(Refusal.INVALID_CODE);

    static final PurposeSettings PICK_UP = PurposeSettings.named("pick-up");
    static final PurposeSettings PAY = PurposeSettings.named("pay");
    static final PurposeSettings VISIT = PurposeSettings.named("visit").allowWithoutAccount();
    static final PurposeSettings DESK = PurposeSettings.named("desk").handBack();

    private final FlowFixture fixture;
    final Auth auth;

    PurposeFixture(FlowFixture fixture) {
        this.fixture = fixture;
        this.auth = node(fixture);
    }

    /** A node of the same deployment with the same purposes. */
    static Auth node(FlowFixture fixture) {
        return fixture.nodeWith(
                fixture.auth.settings(),
                builder -> builder.purpose(PICK_UP).purpose(PAY).purpose(VISIT).purpose(DESK));
    }

    Outcome<PurposeCodes.Issued> issue(PurposeSettings purpose, Recipient to) {
        return issue(purpose, to, null);
    }

    Outcome<PurposeCodes.Issued> issue(PurposeSettings purpose, Recipient to, @Nullable String address) {
        return codes(purpose).issue(new PurposeCodes.Request(to, ORDER, null, address));
    }

    /** The challenge of a code that was sent to a member. */
    String sent(PurposeSettings purpose, UserId user) {
        return issue(purpose, Recipient.account(user)).orElseThrow().challengeId();
    }

    String codeTo(String recipient) {
        while (auth.messages().dispatchDue() > 0) {
            // until nothing is due
        }
        return fixture.postbox.lastTo(recipient, MessageInbox.Letter::hasCode).code();
    }

    Outcome<PurposeCodes.Verified> verify(PurposeSettings purpose, String challenge, String code) {
        return verify(purpose, challenge, code, FlowFixture.WEB);
    }

    Outcome<PurposeCodes.Verified> verify(PurposeSettings purpose, String challenge, String code, ClientInfo client) {
        return verify(auth, purpose, challenge, code, client);
    }

    static Outcome<PurposeCodes.Verified> verify(
            Auth node, PurposeSettings purpose, String challenge, String code, ClientInfo client) {
        return node.codes(purpose.name())
                .verify(new PurposeCodes.Attempt(challenge, Secret.of(code), ORDER, null, client));
    }

    Outcome<PurposeCodes.Verified> verifyFor(UserId user, PurposeSettings purpose, String challenge, String code) {
        return codes(purpose)
                .verify(new PurposeCodes.Attempt(challenge, Secret.of(code), ORDER, user, FlowFixture.WEB));
    }

    Outcome<PurposeCodes.Verified> verifyWith(String data, PurposeSettings purpose, String challenge, String code) {
        return codes(purpose).verify(new PurposeCodes.Attempt(challenge, Secret.of(code), data, null, FlowFixture.WEB));
    }

    PurposeCodes codes(PurposeSettings purpose) {
        return auth.codes(purpose.name());
    }

    /** A member with a proven address. */
    UserId member(String email) {
        fixture.member(email);
        return fixture.signedIn(email).user().id();
    }

    static Recipient email(String address) {
        return Recipient.address(CodeIdentifier.email(address));
    }

    static Recipient bySms(UserId user) {
        return new Recipient.Account(user, Channel.SMS);
    }
}
