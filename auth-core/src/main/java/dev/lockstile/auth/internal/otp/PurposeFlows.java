package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.EventReason;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The flows behind the codes of one purpose of the host's own. */
public final class PurposeFlows implements PurposeCodes {

    private final FlowContext context;
    private final PurposeSettings settings;
    private final PurposeIssueFlow issue;
    private final PurposeVerifyFlow verify;
    private final OperationEvents operations;

    private PurposeFlows(FlowContext context, PurposeSettings settings) {
        PurposeKind kind = new PurposeKind(context, settings);
        this.context = context;
        this.settings = settings;
        this.issue = new PurposeIssueFlow(context, kind);
        this.verify = new PurposeVerifyFlow(context, kind);
        this.operations = new OperationEvents(context);
    }

    /** The services of all purposes, by name. */
    public static Map<String, PurposeCodes> of(FlowContext context, List<PurposeSettings> purposes) {
        return purposes.stream()
                .collect(Collectors.toUnmodifiableMap(
                        PurposeSettings::name, settings -> new PurposeFlows(context, settings)));
    }

    @Override
    public PurposeSettings settings() {
        return settings;
    }

    @Override
    public Outcome<PurposeCodes.Issued> issue(Request request) {
        return operations.over(Operation.PURPOSE_CODE_REQUEST, () -> issued(request), undecided());
    }

    @Override
    public Outcome<PurposeCodes.Verified> verify(Attempt attempt) {
        return operations.over(Operation.PURPOSE_CODE, () -> verified(attempt), undecided());
    }

    private Outcome<PurposeCodes.Issued> issued(Request request) {
        PurposeIssueFlow.Decision outcome = issue.run(request);
        PurposeRecipients.Receiver receiver = outcome.receiver();
        UserId user = receiver == null ? asked(request.recipient()) : receiver.userId();
        tell(Operation.PURPOSE_CODE_REQUEST, user, EventReason.of(Operation.PURPOSE_CODE_REQUEST, outcome.result()));
        return outcome.result();
    }

    private Outcome<PurposeCodes.Verified> verified(Attempt attempt) {
        PurposeVerifyFlow.Decision outcome = verify.run(attempt);
        tell(Operation.PURPOSE_CODE, outcome.user(), outcome.reason());
        return outcome.result();
    }

    private void tell(Operation operation, @Nullable UserId user, @Nullable String reason) {
        context.events().tell(new AuthEvent.PurposeCode(context.now(), operation, user, settings.name(), reason));
    }

    private static @Nullable UserId asked(Recipient recipient) {
        return recipient instanceof Recipient.Account account ? account.user() : null;
    }

    /** What was decided has been told, with the purpose; what is left for the operation's own event is an outage. */
    private static <R> Function<R, @Nullable String> undecided() {
        return result -> null;
    }
}
