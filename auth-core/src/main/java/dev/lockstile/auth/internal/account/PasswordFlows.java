package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.PasswordService;
import dev.lockstile.auth.account.PasswordService.ResetRequest;
import dev.lockstile.auth.account.PasswordService.ResetRequestResult;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flows behind the password service. */
public final class PasswordFlows implements PasswordService {

    private final ResetRequestFlow request;
    private final ResetConfirmFlow confirm;
    private final PasswordChangeFlow change;
    private final OperationEvents operations;

    public PasswordFlows(FlowContext context) {
        LinkCodes links = new LinkCodes(context);
        this.operations = new OperationEvents(context);
        this.request = new ResetRequestFlow(context, links);
        this.confirm = new ResetConfirmFlow(context, links);
        this.change = new PasswordChangeFlow(context);
    }

    @Override
    public ResetRequestResult requestReset(ResetRequest requested) {
        return operations.over(Operation.RESET_REQUEST, () -> request.run(requested), PasswordFlows::reason);
    }

    @Override
    public PasswordResult confirmReset(LinkProof proof, Secret newPassword) {
        return operations.over(Operation.PASSWORD_CHANGE, () -> confirm.run(proof, newPassword), PasswordFlows::reason);
    }

    @Override
    public PasswordResult set(Caller caller, Secret newPassword) {
        return operations.over(
                Operation.PASSWORD_CHANGE, caller, () -> change.set(caller, newPassword), PasswordFlows::reason);
    }

    @Override
    public Optional<String> recipientOf(LinkProof link) {
        return confirm.recipientOf(link);
    }

    @Override
    public PasswordResult change(Caller caller, Secret oldPassword, Secret newPassword) {
        return operations.over(
                Operation.PASSWORD_CHANGE,
                caller,
                () -> change.run(caller, oldPassword, newPassword),
                PasswordFlows::reason);
    }

    private static @Nullable String reason(ResetRequestResult result) {
        if (result instanceof ResetRequestResult.Accepted) {
            return null;
        }
        if (result instanceof ResetRequestResult.HumanCheckRequired) {
            return "human_check_required";
        }
        return result instanceof ResetRequestResult.Throttled ? "throttled" : "invalid";
    }

    private static @Nullable String reason(PasswordResult result) {
        if (result instanceof PasswordResult.Refused refused) {
            return refused.why().code();
        }
        return result instanceof PasswordResult.Invalid ? "invalid" : null;
    }
}
