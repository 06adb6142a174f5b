package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.EventReason;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.RepeatedForms;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.util.List;

/** The flows behind sign-in by link. */
public final class LinkLoginFlows implements LinkLogin {

    private final RepeatedForms repeated;
    private final LinkRequestFlow request;
    private final LinkConfirmFlow confirm;
    private final OperationEvents operations;

    public LinkLoginFlows(FlowContext context, SessionOpener opener) {
        LoginLinkCodes links = new LoginLinkCodes(context);
        this.repeated = new RepeatedForms(context, opener);
        this.request = new LinkRequestFlow(context, links);
        this.confirm = new LinkConfirmFlow(context, links, opener);
        this.operations = new OperationEvents(context);
    }

    @Override
    public Outcome<LinkLogin.Sent> request(LinkLogin.Request asked) {
        return operations.over(Operation.CODE_REQUEST, () -> request.run(asked), EventReason.CODE_REQUEST);
    }

    @Override
    public Outcome<SignIn> confirm(LinkLogin.Attempt attempt) {
        return operations.over(Operation.SIGN_IN, () -> confirmOnce(attempt), EventReason.CODE_SIGN_IN);
    }

    @Override
    public boolean isLive(String requestId, Secret token) {
        return confirm.isLive(requestId, token);
    }

    private Outcome<SignIn> confirmOnce(LinkLogin.Attempt attempt) {
        LinkLogin.Attempt.Proof proof = attempt.proof();
        String kind = proof instanceof LinkLogin.Attempt.Proof.Code ? "link-code" : "link-token";
        return repeated.answer(
                attempt.client(),
                List.of(kind, attempt.requestId(), proof.secret().reveal()),
                client -> confirm.run(new LinkLogin.Attempt(attempt.requestId(), proof, client)));
    }
}
