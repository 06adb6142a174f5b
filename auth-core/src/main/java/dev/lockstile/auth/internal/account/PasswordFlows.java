package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.PasswordService;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.account.ResetRequestResult;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.token.Caller;

/** The flows behind the password service. */
public final class PasswordFlows implements PasswordService {

    private final ResetRequestFlow request;
    private final ResetConfirmFlow confirm;
    private final PasswordChangeFlow change;

    public PasswordFlows(FlowContext context) {
        LinkCodes links = new LinkCodes(context);
        this.request = new ResetRequestFlow(context, links);
        this.confirm = new ResetConfirmFlow(context, links);
        this.change = new PasswordChangeFlow(context);
    }

    @Override
    public ResetRequestResult requestReset(ResetRequest wish) {
        return request.run(wish);
    }

    @Override
    public PasswordResult confirmReset(LinkProof proof, Secret newPassword) {
        return confirm.run(proof, newPassword);
    }

    @Override
    public PasswordResult change(Caller caller, Secret oldPassword, Secret newPassword) {
        return change.run(caller, oldPassword, newPassword);
    }
}
