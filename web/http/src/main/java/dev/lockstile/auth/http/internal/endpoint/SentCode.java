package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.model.Channel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A code that is sent: the channel that a caller wants, and what the answer tells of it. */
final class SentCode {

    private static final int CHANNEL_MAX = 16;

    private SentCode() {}

    /** The field {@code channel} of a code to the own address; null where the caller leaves the choice to us. */
    static @Nullable Channel channel(RequestFields fields) {
        String text = fields.optional("channel", CHANNEL_MAX);
        if (text == null || text.equals("email")) {
            return text == null ? null : Channel.EMAIL;
        }
        if (!text.equals("sms")) {
            fields.refuseUnlessRefused("channel", "unknown_choice");
        }
        return Channel.SMS;
    }

    /** The body of the answer 201. */
    static JsonObject body(Exchange exchange, Channel channel, String challengeId) {
        return new JsonObject()
                .with("detail", exchange.texts().done("code_sent"))
                .with("channel", channel.name().toLowerCase(Locale.ROOT))
                .with("challenge_id", challengeId);
    }
}
