package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.CodeAttempt;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.otp.CodeRequest;
import dev.lockstile.auth.otp.CodeRequestResult;

/** The flows behind sign-in by code. */
public final class CodeFlows implements CodeLogin {

    private final CodeRequestFlow request;
    private final CodeVerifyFlow verify;

    public CodeFlows(FlowContext context, SessionOpener opener) {
        LoginCodes codes = new LoginCodes(context);
        this.request = new CodeRequestFlow(context, codes);
        this.verify = new CodeVerifyFlow(context, codes, opener);
    }

    @Override
    public CodeRequestResult request(CodeRequest wish) {
        return request.run(wish);
    }

    @Override
    public CodeLoginResult verify(CodeAttempt attempt) {
        return verify.run(attempt);
    }
}
