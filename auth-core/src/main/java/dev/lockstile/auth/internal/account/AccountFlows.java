package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.outcome.Outcome;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flows behind the account service. */
public final class AccountFlows implements Registrations {

    private final RegisterFlow register;
    private final ConfirmEmailFlow confirm;
    private final ResendFlow resend;
    private final OperationEvents operations;

    public AccountFlows(FlowContext context) {
        LinkCodes links = new LinkCodes(context);
        Confirmations confirmations = new Confirmations(context, links);
        this.operations = new OperationEvents(context);
        this.register = new RegisterFlow(context, confirmations);
        this.confirm = new ConfirmEmailFlow(context, links);
        this.resend = new ResendFlow(context, confirmations);
    }

    @Override
    public Outcome<Registration.Accepted> register(Registration registration, Function<NewAccount, Verdict> hostWork) {
        return operations.over(
                Operation.REGISTRATION, () -> register.run(registration, new NewAccountCallback(hostWork)));
    }

    @Override
    public Outcome<EmailConfirmation.Proven> confirmEmail(EmailConfirmation confirmation) {
        return operations.over(Operation.EMAIL_PROOF, () -> confirm.run(confirmation));
    }

    @Override
    public Outcome<EmailConfirmation.Proven> confirmEmailByCode(EmailConfirmation.ByCode confirmation) {
        return operations.over(Operation.EMAIL_PROOF, () -> confirm.run(confirmation));
    }

    @Override
    public Optional<String> recipientOf(LinkProof link) {
        return confirm.recipientOf(link);
    }

    @Override
    public Outcome<String> resendConfirmation(String email, @Nullable String address) {
        return operations.over(Operation.CONFIRMATION_REQUEST, () -> resend.run(email, address));
    }
}
