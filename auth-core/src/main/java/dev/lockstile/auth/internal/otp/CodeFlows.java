package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.RepeatedForms;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.CodeLogin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flows behind sign-in by code. */
public final class CodeFlows implements CodeLogin {

    private static final RepeatedForms.Answers<CodeLogin.Result> REPEATED = new RepeatedForms.Answers<>(
            CodeLogin.Result.SignedIn::new,
            CodeLogin.Result.SecondFactorRequired::new,
            result -> result instanceof CodeLogin.Result.Refused);

    private final RepeatedForms repeated;
    private final CodeRequestFlow request;
    private final CodeVerifyFlow verify;
    private final OperationEvents operations;

    public CodeFlows(FlowContext context, SessionOpener opener) {
        LoginCodes codes = new LoginCodes(context);
        this.repeated = new RepeatedForms(context, opener);
        this.request = new CodeRequestFlow(context, codes);
        this.operations = new OperationEvents(context);
        this.verify = new CodeVerifyFlow(context, codes, opener);
    }

    @Override
    public CodeLogin.RequestResult request(CodeLogin.Request requested) {
        return operations.over(Operation.CODE_REQUEST, () -> request.run(requested), CodeFlows::reason);
    }

    @Override
    public CodeLogin.Result verify(CodeLogin.Attempt attempt) {
        return operations.over(Operation.SIGN_IN, () -> verifyOnce(attempt), CodeFlows::reason);
    }

    private CodeLogin.Result verifyOnce(CodeLogin.Attempt attempt) {
        CodeLogin.CodeIdentifier identifier = attempt.identifier();
        return repeated.answer(
                attempt.client(),
                List.of(
                        "code",
                        identifier.kind().name(),
                        identifier.text(),
                        String.valueOf(attempt.challengeId()),
                        attempt.code().reveal()),
                client -> verify.run(new CodeLogin.Attempt(identifier, attempt.challengeId(), attempt.code(), client)),
                REPEATED);
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
    private static @Nullable String reason(CodeLogin.Result result) {
        if (result instanceof CodeLogin.Result.SignedIn || result instanceof CodeLogin.Result.SecondFactorRequired) {
            return null;
        }
        return result instanceof CodeLogin.Result.Throttled ? "throttled" : "invalid";
    }
}
