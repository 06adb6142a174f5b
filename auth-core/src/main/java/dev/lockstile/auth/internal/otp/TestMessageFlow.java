package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.message.TestMessages;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the text of a sign-in code without a code behind it, by the outbox and within the limits of messages. */
public final class TestMessageFlow implements TestMessages {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Rate RATE = Rate.perHour(5);

    private final FlowContext context;

    /** @param context what every flow has at hand */
    public TestMessageFlow(FlowContext context) {
        this.context = context;
    }

    @Override
    public Outcome<String> send(Channel channel, String recipient) {
        Instant now = context.now();
        Optional<Identifier> identifier = LoginCodes.identifier(
                context.identifiers(),
                channel == Channel.EMAIL ? CodeIdentifier.email(recipient) : CodeIdentifier.phone(recipient));
        if (identifier.isEmpty()) {
            return Outcome.invalid(List.of(FieldProblem.of("recipient", "invalid_recipient")));
        }
        Identifier to = identifier.get();
        if (!context.limiters().requests().take("TEST_MESSAGE", to.key(), RATE, now)) {
            return Outcome.refused(Refusal.THROTTLED);
        }
        if (!context.limiters().sends().admits(to, SendLimiter.Asker.STRANGER, now)) {
            return Outcome.refused(Refusal.FORBIDDEN);
        }
        OutgoingMessage message = new OutgoingMessage(
                channel,
                to.value(),
                MessageKind.LOGIN_CODE,
                null,
                Map.of(MessageValues.CODE, zeros(channel)),
                now.plus(LIFE));
        return Outcome.done(context.store().alone(tx -> context.sender().enqueue(tx, message)));
    }

    private String zeros(Channel channel) {
        var codes = context.settings().codes();
        return "0".repeat(channel == Channel.EMAIL ? codes.emailDigits() : codes.smsDigits());
    }
}
