package dev.lockstile.auth.sms.twilio;

import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.http.ProviderReply;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Twilio's refusals mean. Nothing of its text is kept, as it quotes the number: status and error code say enough
 * (twilio.com/docs/api/errors).
 */
final class TwilioFailure {

    /**
     * Our sender, our account, our money: 21212, 21606, 21659 say that From is not ours, 30002 that the account is
     * suspended.
     */
    private static final Set<Integer> OURS =
            Set.of(20003, 20005, 20006, 21212, 21603, 21606, 21659, 21660, 21701, 21703, 30002);

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*([0-9]{1,6})");
    private static final int TOO_MANY = 20429;

    private TwilioFailure() {}

    static SmsDeliveryException of(ProviderReply reply) {
        int code = code(reply.body());
        String told = "Twilio answered " + reply.status() + (code == 0 ? "" : ", error " + code);
        boolean later = reply.status() == 429 || code == TOO_MANY;
        if (later || reply.status() >= 500 || reply.status() == 408) {
            return reply.pause()
                    .map(pause -> SmsDeliveryException.later(told, pause))
                    .orElseGet(() -> SmsDeliveryException.temporary(told));
        }
        boolean ours = reply.status() == 401 || reply.status() == 403 || reply.status() == 404 || OURS.contains(code);
        boolean understood = reply.status() == 400 && code != 0;
        if (ours || !understood) {
            // a redirect, a proxy's page, a wrong account: nothing that lies in the message
            return SmsDeliveryException.unusable(told);
        }
        return SmsDeliveryException.permanent(told);
    }

    private static int code(String body) {
        Matcher found = CODE.matcher(body);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
