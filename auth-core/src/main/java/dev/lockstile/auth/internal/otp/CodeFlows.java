package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.CodeLogin;
import org.jspecify.annotations.Nullable;

/** The flows behind sign-in by code. */
public final class CodeFlows implements CodeLogin {

    private final CodeRequestFlow request;
    private final CodeVerifyFlow verify;
    private final OperationEvents watch;

    public CodeFlows(FlowContext context, SessionOpener opener) {
        LoginCodes codes = new LoginCodes(context);
        this.request = new CodeRequestFlow(context, codes);
        this.watch = new OperationEvents(context);
        this.verify = new CodeVerifyFlow(context, codes, opener);
    }

    @Override
    public CodeLogin.RequestResult request(CodeLogin.Request requested) {
        return watch.over(Operation.CODE_REQUEST, () -> request.run(requested), CodeFlows::reason);
    }

    @Override
    public CodeLogin.Result verify(CodeLogin.Attempt attempt) {
        return watch.over(Operation.SIGN_IN, () -> verify.run(attempt), CodeFlows::reason);
    }

    private static @Nullable String reason(CodeLogin.RequestResult result) {
        if (result instanceof CodeLogin.RequestResult.Sent) {
            return null;
        }
        if (result instanceof CodeLogin.RequestResult.HumanCheckRequired) {
            return "human_check_required";
        }
        return result instanceof CodeLogin.RequestResult.Invalid ? "invalid" : "cooling_down";
    }

    /** Of attempts that nobody looked at: the others have events of their own. */
    private static String reason(CodeLogin.Result result) {
        return result instanceof CodeLogin.Result.Throttled ? "throttled" : "invalid";
    }
}
