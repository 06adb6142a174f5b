package dev.lockstile.auth.sms.sns;

import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.sms.http.ProviderCall;
import dev.lockstile.auth.sms.http.ProviderReply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Sends text messages through Amazon SNS, action {@code Publish} to a number, of the type <em>Transactional</em>.
 *
 * <p>SNS takes no idempotency key for text messages, so a try that timed out after SNS had accepted it may reach the
 * receiver twice, with the same code. Number and text travel in the body alone, never in an address that is logged.
 */
public final class SnsSmsSender implements SmsSender {

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private final SnsSettings settings;
    private final Supplier<AwsCredentials> credentials;
    private final Clock clock;
    private final SignatureV4 signature;
    private final ProviderCall call;

    /**
     * Signs by the system's clock.
     *
     * @param settings region, sender and limit of a call
     * @param credentials asked for each message, as those of a role change within hours
     */
    public SnsSmsSender(SnsSettings settings, Supplier<AwsCredentials> credentials) {
        this(settings, credentials, Clock.systemUTC());
    }

    /**
     * Signs by a clock of the host's.
     *
     * @param settings region, sender and limit of a call
     * @param credentials asked for each message, as those of a role change within hours
     * @param clock signs: AWS refuses a time that is more than 15 minutes off
     */
    public SnsSmsSender(SnsSettings settings, Supplier<AwsCredentials> credentials, Clock clock) {
        this.settings = settings;
        this.credentials = credentials;
        this.clock = clock;
        this.signature = new SignatureV4(settings.region(), "sns");
        this.call = new ProviderCall(settings.limit());
    }

    @Override
    public String name() {
        return "sns";
    }

    @Override
    public void send(SmsMessage message) throws SmsDeliveryException {
        ProviderReply reply = call.send(request(message));
        if (reply.status() != 200) {
            throw SnsFailure.of(reply);
        }
        if (!reply.body().contains("<MessageId>")) {
            throw SmsDeliveryException.temporary("status 200 without a message id");
        }
    }

    private HttpRequest request(SmsMessage message) {
        String body = ProviderCall.form(fields(message));
        AwsCredentials signing = credentials.get();
        SortedMap<String, String> headers = SignatureV4.headers(host(), FORM, clock.instant());
        String token = signing.sessionToken();
        if (token != null) {
            headers.put("x-amz-security-token", token);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.endpoint())
                .header("Authorization", signature.authorization(signing, headers, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.remove("host"); // the client writes it
        headers.forEach(request::header);
        return request.build();
    }

    private Map<String, String> fields(SmsMessage message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Action", "Publish");
        fields.put("Version", "2010-03-31");
        fields.put("PhoneNumber", message.to());
        fields.put("Message", message.text());
        attribute(fields, 1, "AWS.SNS.SMS.SMSType", "Transactional");
        int next = 2;
        if (settings.senderId() != null) {
            attribute(fields, next++, "AWS.SNS.SMS.SenderID", settings.senderId());
        }
        if (settings.originationNumber() != null) {
            attribute(fields, next, "AWS.MM.SMS.OriginationNumber", settings.originationNumber());
        }
        return fields;
    }

    private static void attribute(Map<String, String> fields, int number, String name, String value) {
        String entry = "MessageAttributes.entry." + number + ".";
        fields.put(entry + "Name", name);
        fields.put(entry + "Value.DataType", "String");
        fields.put(entry + "Value.StringValue", value);
    }

    private String host() {
        URI endpoint = settings.endpoint();
        return endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }
}
