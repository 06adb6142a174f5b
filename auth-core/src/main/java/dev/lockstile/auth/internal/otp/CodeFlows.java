package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.CodeAttempt;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.otp.CodeRequest;
import dev.lockstile.auth.otp.CodeRequestResult;
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
    public CodeRequestResult request(CodeRequest requested) {
        return watch.over(Operation.CODE_REQUEST, () -> request.run(requested), CodeFlows::reason);
    }

    @Override
    public CodeLoginResult verify(CodeAttempt attempt) {
        return watch.over(Operation.SIGN_IN, () -> verify.run(attempt), CodeFlows::reason);
    }

    private static @Nullable String reason(CodeRequestResult result) {
        if (result instanceof CodeRequestResult.Sent) {
            return null;
        }
        if (result instanceof CodeRequestResult.HumanCheckRequired) {
            return "human_check_required";
        }
        return result instanceof CodeRequestResult.Invalid ? "invalid" : "cooling_down";
    }

    private static @Nullable String reason(CodeLoginResult result) {
        if (result instanceof CodeLoginResult.SignedIn || result instanceof CodeLoginResult.SecondFactorRequired) {
            return null;
        }
        if (result instanceof CodeLoginResult.Throttled) {
            return "throttled";
        }
        return result instanceof CodeLoginResult.Invalid ? "invalid" : "refused";
    }
}
