package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.otp.LinkLoginAttempt;
import dev.lockstile.auth.otp.LinkLoginRequest;
import dev.lockstile.auth.otp.LinkLoginRequestResult;
import dev.lockstile.auth.otp.LinkLoginResult;
import org.jspecify.annotations.Nullable;

/** The flows behind sign-in by link. */
public final class LinkLoginFlows implements LinkLogin {

    private final LinkRequestFlow request;
    private final LinkConfirmFlow confirm;
    private final OperationEvents watch;

    public LinkLoginFlows(FlowContext context, SessionOpener opener) {
        LoginLinkCodes links = new LoginLinkCodes(context);
        this.request = new LinkRequestFlow(context, links);
        this.confirm = new LinkConfirmFlow(context, links, opener);
        this.watch = new OperationEvents(context);
    }

    @Override
    public LinkLoginRequestResult request(LinkLoginRequest asked) {
        return watch.over(Operation.CODE_REQUEST, () -> request.run(asked), LinkLoginFlows::reason);
    }

    @Override
    public LinkLoginResult confirm(LinkLoginAttempt attempt) {
        return watch.over(Operation.SIGN_IN, () -> confirm.run(attempt), LinkLoginFlows::reason);
    }

    private static @Nullable String reason(LinkLoginRequestResult result) {
        if (result instanceof LinkLoginRequestResult.Sent) {
            return null;
        }
        if (result instanceof LinkLoginRequestResult.HumanCheckRequired) {
            return "human_check_required";
        }
        if (result instanceof LinkLoginRequestResult.Off) {
            return "login_link_off";
        }
        return result instanceof LinkLoginRequestResult.Invalid ? "invalid" : "cooling_down";
    }

    private static @Nullable String reason(LinkLoginResult result) {
        if (result instanceof LinkLoginResult.SignedIn || result instanceof LinkLoginResult.SecondFactorRequired) {
            return null;
        }
        if (result instanceof LinkLoginResult.Throttled) {
            return "throttled";
        }
        if (result instanceof LinkLoginResult.Off) {
            return "login_link_off";
        }
        return result instanceof LinkLoginResult.DeviceRequired ? "invalid" : "refused";
    }
}
