package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;

/** The flows behind the password service. */
public final class PasswordFlows implements PasswordChanges {

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
    public Outcome<Boolean> requestReset(ResetRequest requested) {
        return operations.over(Operation.RESET_REQUEST, () -> request.run(requested));
    }

    @Override
    public Outcome<PasswordSet> confirmReset(LinkProof proof, Secret newPassword) {
        return operations.over(Operation.PASSWORD_CHANGE, () -> confirm.run(proof, newPassword));
    }

    @Override
    public Outcome<PasswordSet> set(Caller caller, Secret newPassword) {
        return operations.over(Operation.PASSWORD_CHANGE, caller, () -> change.set(caller, newPassword));
    }

    @Override
    public Optional<String> recipientOf(LinkProof link) {
        return confirm.recipientOf(link);
    }

    @Override
    public Outcome<PasswordSet> change(Caller caller, Secret oldPassword, Secret newPassword) {
        return operations.over(Operation.PASSWORD_CHANGE, caller, () -> change.run(caller, oldPassword, newPassword));
    }
}
