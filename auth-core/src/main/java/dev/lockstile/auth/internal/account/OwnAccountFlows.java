package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.DataExport;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flows behind what a person does to the own account. */
public final class OwnAccountFlows implements OwnAccount {

    private final FlowContext context;
    private final AccountChangeFlow change;
    private final ConfirmChangeFlow confirm;
    private final DeletionFlow deletion;
    private final ScheduledDeletions scheduled;
    private final OwnDataFlow data;
    private final OperationEvents operations;

    public OwnAccountFlows(FlowContext context, OwnDataFlow.Sources sources, Duration grace) {
        ChangeCodes codes = new ChangeCodes(context);
        this.context = context;
        this.change = new AccountChangeFlow(context, codes);
        this.confirm = new ConfirmChangeFlow(context, codes);
        this.scheduled = new ScheduledDeletions(context, grace);
        this.deletion = new DeletionFlow(context, scheduled);
        this.data = new OwnDataFlow(context, sources);
        this.operations = new OperationEvents(context);
    }

    @Override
    public Outcome<AccountInfo> me(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .flatMap(AccountView::of)
                        .map(me -> scheduled.isOn()
                                ? me.closing(ScheduledDeletions.due(tx, caller.user(), now)
                                        .orElse(null))
                                : me))
                .<Outcome<AccountInfo>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
    }

    @Override
    public Outcome<OwnAccount.Changed> update(Caller caller, AccountChange wanted, @Nullable String address) {
        return operations.over(Operation.ACCOUNT_CHANGE, caller, () -> change.run(caller, wanted, address));
    }

    @Override
    public Outcome<OwnAccount.Changed> confirmChange(Caller caller, ChangeProof proof) {
        return operations.over(Operation.IDENTIFIER_CHANGE, caller, () -> confirm.run(caller, proof));
    }

    @Override
    public Outcome<DataExport> export(Caller caller) {
        return operations.over(Operation.OWN_DATA_EXPORT, caller, () -> data.run(caller));
    }

    @Override
    public Outcome<UserId> delete(Caller caller, DeletionProof proof) {
        return operations.over(Operation.DELETION, caller, () -> deletion.run(caller, proof));
    }

    @Override
    public Duration deletionGrace() {
        return scheduled.grace();
    }

    @Override
    public Outcome<Optional<Instant>> deletionDue(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .map(session -> Outcome.done(
                                scheduled.isOn()
                                        ? ScheduledDeletions.due(tx, caller.user(), now)
                                        : Optional.<Instant>empty()))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    @Override
    public Outcome<UserId> keep(Caller caller) {
        return operations.over(Operation.DELETION, caller, () -> kept(caller, context.now()));
    }

    private Outcome<UserId> kept(Caller caller, Instant now) {
        UserId user = caller.user();
        return context.store().alone(tx -> {
            if (CallerSession.held(tx, caller, now).isEmpty()) {
                return Outcome.refused(Refusal.SESSION_ENDED);
            }
            if (!ScheduledDeletions.end(tx, user, now)) {
                return Outcome.refused(Refusal.NOT_FOUND);
            }
            AuthEvent told = new AuthEvent.AccountStatusChanged(now, user, "deletion taken back by owner");
            tx.afterCommit(() -> context.events().tell(told));
            return Outcome.done(user);
        });
    }
}
