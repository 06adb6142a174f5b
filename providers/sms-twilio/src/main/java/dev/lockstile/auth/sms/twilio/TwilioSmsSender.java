package dev.lockstile.auth.sms.twilio;

import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.sms.http.ProviderCall;
import dev.lockstile.auth.sms.http.ProviderReply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sends text messages through Twilio's Messages resource.
 *
 * <p>Twilio takes no idempotency key for messages, so a try that timed out after Twilio had accepted it may reach the
 * receiver twice, with the same code. Number and text travel in the body alone, never in an address that is logged.
 */
public final class TwilioSmsSender implements SmsSender {

    private static final Pattern ACCEPTED = Pattern.compile("\"sid\"\\s*:\\s*\"(SM|MM)[0-9a-fA-F]{32}\"");

    private final TwilioSettings settings;
    private final URI messages;
    private final String authorization;
    private final ProviderCall call;

    /**
     * Opens no connection before the first message.
     *
     * @param settings the account, the sender and the limit of a call
     */
    public TwilioSmsSender(TwilioSettings settings) {
        this.settings = settings;
        this.messages = URI.create(settings.api().toString().replaceAll("/+$", "") + "/2010-04-01/Accounts/"
                + settings.accountSid() + "/Messages.json");
        byte[] user = (settings.user() + ":" + settings.secret()).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(user);
        this.call = new ProviderCall(settings.limit());
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public void send(SmsMessage message) throws SmsDeliveryException {
        ProviderReply reply = call.send(request(message));
        if (reply.status() / 100 != 2) {
            throw TwilioFailure.of(reply);
        }
        if (!ACCEPTED.matcher(reply.body()).find()) {
            throw SmsDeliveryException.temporary("status " + reply.status() + " without a message SID");
        }
    }

    private HttpRequest request(SmsMessage message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("To", message.to());
        fields.put(settings.from().startsWith("MG") ? "MessagingServiceSid" : "From", settings.from());
        fields.put("Body", message.text());
        return HttpRequest.newBuilder(messages)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ProviderCall.form(fields)))
                .build();
    }
}
