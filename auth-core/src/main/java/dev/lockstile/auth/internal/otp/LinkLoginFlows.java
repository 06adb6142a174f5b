package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.RepeatedForms;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flows behind sign-in by link. */
public final class LinkLoginFlows implements LinkLogin {

    private static final RepeatedForms.Answers<LinkLogin.Result> REPEATED = new RepeatedForms.Answers<>(
            LinkLogin.Result.SignedIn::new,
            LinkLogin.Result.SecondFactorRequired::new,
            result -> result instanceof LinkLogin.Result.Refused);

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
    public LinkLogin.RequestResult request(LinkLogin.Request asked) {
        return operations.over(Operation.CODE_REQUEST, () -> request.run(asked), LinkLoginFlows::reason);
    }

    @Override
    public LinkLogin.Result confirm(LinkLogin.Attempt attempt) {
        return operations.over(Operation.SIGN_IN, () -> confirmOnce(attempt), LinkLoginFlows::reason);
    }

    @Override
    public boolean isLive(String requestId, Secret token) {
        return confirm.isLive(requestId, token);
    }

    private LinkLogin.Result confirmOnce(LinkLogin.Attempt attempt) {
        LinkLogin.Attempt.Proof proof = attempt.proof();
        String kind = proof instanceof LinkLogin.Attempt.Proof.Code ? "link-code" : "link-token";
        return repeated.answer(
                attempt.client(),
                List.of(kind, attempt.requestId(), proof.secret().reveal()),
                client -> confirm.run(new LinkLogin.Attempt(attempt.requestId(), proof, client)),
                REPEATED);
    }

    private static @Nullable String reason(LinkLogin.RequestResult result) {
        if (result instanceof LinkLogin.RequestResult.Sent) {
            return null;
        }
        if (result instanceof LinkLogin.RequestResult.HumanCheckRequired) {
            return "human_check_required";
        }
        if (result instanceof LinkLogin.RequestResult.Off) {
            return "login_link_off";
        }
        return result instanceof LinkLogin.RequestResult.Invalid ? "invalid" : "cooling_down";
    }

    /** Of attempts that nobody looked at: the others have events of their own. */
    private static @Nullable String reason(LinkLogin.Result result) {
        if (result instanceof LinkLogin.Result.SignedIn || result instanceof LinkLogin.Result.SecondFactorRequired) {
            return null;
        }
        if (result instanceof LinkLogin.Result.Throttled) {
            return "throttled";
        }
        return result instanceof LinkLogin.Result.Off ? "login_link_off" : "invalid";
    }
}
