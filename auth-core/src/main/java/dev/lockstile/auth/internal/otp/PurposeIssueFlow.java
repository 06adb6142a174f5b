package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.otp.PurposeRecipients.Receiver;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.SendLimiter.Asker;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.otp.PurposeCodes.Request;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues a code for a purpose of the host's own. Refused: one within the cool-down of the last of this purpose, and one
 * beyond the limits of its recipient or the client's network. Codes of other purposes that strangers had sent to the
 * same recipient do not count; an account that the host names has permits of its own on a crowded network. To an
 * address that no account has proven a purpose for accounts alone issues a decoy: stored alike and sent to no address.
 */
final class PurposeIssueFlow {

    private static final String NO_ADDRESS = "-";

    private final FlowContext context;
    private final PurposeKind kind;
    private final PurposeRecipients recipients;

    PurposeIssueFlow(FlowContext context, PurposeKind kind) {
        this.context = context;
        this.kind = kind;
        this.recipients = new PurposeRecipients(context, kind.settings());
    }

    Decision run(Request request) {
        if (!PurposeKind.isData(request.data())) {
            return new Decision(Outcome.invalid(List.of(FieldProblem.of("data", "invalid"))), null);
        }
        PurposeRecipients.Found found = recipients.find(request.recipient());
        Receiver receiver = found.receiver();
        if (receiver == null) {
            return new Decision(Objects.requireNonNull(found.refusal()), null);
        }
        return new Decision(issue(request, receiver, context.now()), receiver);
    }

    private Outcome<PurposeCodes.Issued> issue(Request request, Receiver receiver, Instant now) {
        Identifier to = receiver.to();
        Optional<StoredCode> latest = context.store().read(tx -> tx.codes().latest(kind.purpose(), to.key()));
        Optional<Instant> nextAt = kind.issuer().cooldown().until(latest, now);
        if (nextAt.isPresent()) {
            return throttled(nextAt.get());
        }
        PermitRequest permits = PermitRequest.purposeCodeTo(kind.purpose().text(), to, request.address());
        boolean named = request.recipient() instanceof Recipient.Account;
        Optional<Instant> opensAt = context.limiters()
                .requests()
                .refusal(permits, () -> named ? Optional.of("owner") : Optional.empty(), now);
        if (opensAt.isPresent()) {
            return throttled(opensAt.get());
        }
        boolean leaves = context.limiters().sends().admits(to, receiver.asker(), now);
        if (!leaves && kind.settings().handedBack()) {
            return receiver.asker() == Asker.NOBODY
                    ? Outcome.refused(Refusal.NO_PROVEN_ADDRESS)
                    : Outcome.refused(Refusal.THROTTLED);
        }
        try {
            return context.store().alone(tx -> write(tx, request, receiver, new Terms(leaves, now)));
        } catch (KeyTakenException e) {
            // asked for twice at this very moment, and the other code is on its way
            return throttled(kind.issuer().cooldown().next(now));
        }
    }

    private Outcome<PurposeCodes.Issued> write(AuthTx tx, Request request, Receiver receiver, Terms terms) {
        Identifier to = receiver.to();
        CodeIssuer.Order order = new CodeIssuer.Order(
                kind.purpose(),
                to,
                receiver.userId(),
                kind.liveKey(to),
                List.of(kind.boundTo(request.data())),
                !terms.leaves());
        CodeIssuer.Issued issued = kind.issuer().issue(tx, order, terms.now());
        if (kind.settings().handedBack()) {
            PurposeCodes.HandedBack back = new PurposeCodes.HandedBack(to.value(), issued.code());
            return Outcome.done(
                    new PurposeCodes.Issued(issued.challengeId(), order.channel(), issued.validUntil(), back));
        }
        OutgoingMessage message = new OutgoingMessage(
                order.channel(),
                terms.leaves() ? to.value() : NO_ADDRESS,
                MessageKind.PURPOSE_CODE,
                receiver.language(request.language()),
                Map.of(
                        MessageValues.CODE,
                        issued.code().reveal(),
                        MessageValues.PURPOSE,
                        kind.settings().name()),
                issued.validUntil());
        kind.issuer().send(tx, issued, message.from(origin(request, receiver)));
        return Outcome.done(new PurposeCodes.Issued(issued.challengeId(), order.channel(), issued.validUntil(), null));
    }

    /** Null where no client asks. */
    private static @Nullable RequestOrigin origin(Request request, Receiver receiver) {
        String timezone = receiver.user() == null ? null : receiver.user().timezone();
        return request.address() == null ? null : RequestOrigin.of(request.address(), request.evidence(), timezone);
    }

    private static Outcome<PurposeCodes.Issued> throttled(Instant retryAt) {
        return Outcome.refused(Refusal.THROTTLED, retryAt);
    }

    private record Terms(boolean leaves, Instant now) {}

    /**
     * How it ended.
     *
     * @param receiver null where none was found
     */
    record Decision(
            Outcome<PurposeCodes.Issued> result, @Nullable Receiver receiver) {}
}
