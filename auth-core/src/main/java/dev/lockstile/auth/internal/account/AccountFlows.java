package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.Accounts;
import dev.lockstile.auth.account.Accounts.ResendResult;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.account.RegisterResult;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flows behind the account service. */
public final class AccountFlows implements Accounts {

    private static final String THROTTLED = "throttled";

    private final FlowContext context;
    private final RegisterFlow register;
    private final ConfirmEmailFlow confirm;
    private final ResendFlow resend;
    private final OperationEvents operations;

    public AccountFlows(FlowContext context) {
        LinkCodes links = new LinkCodes(context);
        Confirmations confirmations = new Confirmations(context, links);
        this.context = context;
        this.operations = new OperationEvents(context);
        this.register = new RegisterFlow(context, confirmations);
        this.confirm = new ConfirmEmailFlow(context, links);
        this.resend = new ResendFlow(context, confirmations);
    }

    @Override
    public RegisterResult register(Registration registration, Function<NewAccount, Verdict> hostWork) {
        return operations.over(
                Operation.REGISTRATION,
                () -> register.run(registration, new NewAccountCallback(hostWork)),
                AccountFlows::reason);
    }

    @Override
    public ProofResult confirmEmail(EmailConfirmation confirmation) {
        return operations.over(Operation.EMAIL_PROOF, () -> confirm.run(confirmation), AccountFlows::reason);
    }

    @Override
    public ProofResult confirmEmailByCode(EmailConfirmation.ByCode confirmation) {
        return operations.over(Operation.EMAIL_PROOF, () -> confirm.run(confirmation), AccountFlows::reason);
    }

    @Override
    public Optional<String> recipientOf(LinkProof link) {
        return confirm.recipientOf(link);
    }

    @Override
    public ResendResult resendConfirmation(String email, @Nullable String address) {
        return operations.over(Operation.CONFIRMATION_REQUEST, () -> resend.run(email, address), AccountFlows::reason);
    }

    private static @Nullable String reason(RegisterResult result) {
        if (result instanceof RegisterResult.Accepted) {
            return null;
        }
        if (result instanceof RegisterResult.Throttled) {
            return THROTTLED;
        }
        if (result instanceof RegisterResult.HumanCheckRequired) {
            return "human_check_required";
        }
        return result instanceof RegisterResult.Invalid ? "invalid" : "busy";
    }

    private static @Nullable String reason(ProofResult result) {
        if (result instanceof ProofResult.Proven) {
            return null;
        }
        if (result instanceof ProofResult.WrongPassword) {
            return "wrong_password";
        }
        if (result instanceof ProofResult.TryLater) {
            return "busy";
        }
        return result instanceof ProofResult.Throttled ? THROTTLED : "invalid_link";
    }

    private static @Nullable String reason(ResendResult result) {
        if (result instanceof ResendResult.Accepted) {
            return null;
        }
        return result instanceof ResendResult.Throttled ? THROTTLED : "invalid";
    }

    @Override
    public Outcome<AccountInfo> me(Caller caller) {
        Instant now = context.now();
        Optional<StoredSession> session = context.store().read(tx -> CallerSession.live(tx, caller, now));
        return session.flatMap(AccountView::of).<Outcome<AccountInfo>>map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
    }
}
