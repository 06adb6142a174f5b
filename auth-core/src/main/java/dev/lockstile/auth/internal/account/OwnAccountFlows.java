package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.ChangeProof;
import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.DeletionProof;
import dev.lockstile.auth.account.DeletionResult;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.token.Caller;

/** The flows behind what a person does to the own account. */
public final class OwnAccountFlows implements OwnAccount {

    private final AccountChangeFlow change;
    private final ConfirmChangeFlow confirm;
    private final DeletionFlow deletion;

    public OwnAccountFlows(FlowContext context) {
        ChangeCodes codes = new ChangeCodes(context);
        this.change = new AccountChangeFlow(context, codes);
        this.confirm = new ConfirmChangeFlow(context, codes);
        this.deletion = new DeletionFlow(context);
    }

    @Override
    public ChangeResult update(Caller caller, AccountChange wanted) {
        return change.run(caller, wanted);
    }

    @Override
    public ChangeResult confirmChange(Caller caller, ChangeProof proof) {
        return confirm.run(caller, proof);
    }

    @Override
    public DeletionResult delete(Caller caller, DeletionProof proof) {
        return deletion.run(caller, proof);
    }
}
