package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.OwnAccount.DeletionResult;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.token.Caller;
import org.jspecify.annotations.Nullable;

/** The flows behind what a person does to the own account. */
public final class OwnAccountFlows implements OwnAccount {

    private final AccountChangeFlow change;
    private final ConfirmChangeFlow confirm;
    private final DeletionFlow deletion;
    private final OperationEvents operations;

    public OwnAccountFlows(FlowContext context) {
        ChangeCodes codes = new ChangeCodes(context);
        this.change = new AccountChangeFlow(context, codes);
        this.confirm = new ConfirmChangeFlow(context, codes);
        this.deletion = new DeletionFlow(context);
        this.operations = new OperationEvents(context);
    }

    @Override
    public ChangeResult update(Caller caller, AccountChange wanted, @Nullable String address) {
        return operations.over(
                Operation.ACCOUNT_CHANGE, caller, () -> change.run(caller, wanted, address), OwnAccountFlows::reason);
    }

    @Override
    public ChangeResult confirmChange(Caller caller, ChangeProof proof) {
        return operations.over(
                Operation.IDENTIFIER_CHANGE, caller, () -> confirm.run(caller, proof), OwnAccountFlows::reason);
    }

    @Override
    public DeletionResult delete(Caller caller, DeletionProof proof) {
        return operations.over(
                Operation.DELETION,
                caller,
                () -> deletion.run(caller, proof),
                result -> result instanceof DeletionResult.Refused refused
                        ? refused.why().code()
                        : null);
    }

    private static @Nullable String reason(ChangeResult result) {
        if (result instanceof ChangeResult.Changed) {
            return null;
        }
        return result instanceof ChangeResult.Refused refused ? refused.why().code() : "invalid";
    }
}
