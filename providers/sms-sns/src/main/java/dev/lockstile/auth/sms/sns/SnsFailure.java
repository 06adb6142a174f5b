package dev.lockstile.auth.sms.sns;

import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.http.ProviderReply;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What refusals of SNS mean. Nothing of its text is kept but the error code, as it may quote the number. */
final class SnsFailure {

    /** That lie in the message. Everything unknown counts against us: wrong keys, a missing right, no spending left. */
    private static final Set<String> MESSAGE = Set.of(
            "InvalidParameter",
            "InvalidParameterValue",
            "ParameterValueInvalid",
            "OptedOut",
            "OptedOutException",
            "ValidationException");

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");

    private SnsFailure() {}

    static SmsDeliveryException of(ProviderReply reply) {
        String code = code(reply.body());
        String told = "SNS answered " + reply.status() + (code.isEmpty() ? "" : ", " + code);
        if (reply.status() == 429 || reply.status() >= 500 || reply.status() == 408 || isThrottling(code)) {
            return reply.pause()
                    .map(pause -> SmsDeliveryException.later(told, pause))
                    .orElseGet(() -> SmsDeliveryException.temporary(told));
        }
        return MESSAGE.contains(code) ? SmsDeliveryException.permanent(told) : SmsDeliveryException.unusable(told);
    }

    private static boolean isThrottling(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("throttl") || code.equals("RequestLimitExceeded");
    }

    private static String code(String body) {
        Matcher found = CODE.matcher(body);
        return found.find() ? found.group(1) : "";
    }
}
