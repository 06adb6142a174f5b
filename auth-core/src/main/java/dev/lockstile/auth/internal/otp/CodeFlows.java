package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.EventReason;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.RepeatedForms;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.SignIn;
import java.util.List;

/** The flows behind sign-in by code. */
public final class CodeFlows implements CodeLogin {

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
    public Outcome<CodeLogin.Sent> request(CodeLogin.Request requested) {
        return operations.over(Operation.CODE_REQUEST, () -> request.run(requested), EventReason.CODE_REQUEST);
    }

    @Override
    public Outcome<SignIn> verify(CodeLogin.Attempt attempt) {
        return operations.over(Operation.SIGN_IN, () -> verifyOnce(attempt), EventReason.CODE_SIGN_IN);
    }

    private Outcome<SignIn> verifyOnce(CodeLogin.Attempt attempt) {
        CodeLogin.CodeIdentifier identifier = attempt.identifier();
        return repeated.answer(
                attempt.client(),
                List.of(
                        "code",
                        identifier.kind().name(),
                        identifier.text(),
                        String.valueOf(attempt.challengeId()),
                        attempt.code().reveal()),
                client -> verify.run(new CodeLogin.Attempt(identifier, attempt.challengeId(), attempt.code(), client)));
    }
}
