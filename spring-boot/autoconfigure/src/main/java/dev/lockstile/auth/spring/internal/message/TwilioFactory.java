package dev.lockstile.auth.spring.internal.message;

import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.sms.twilio.TwilioSettings;
import dev.lockstile.auth.sms.twilio.TwilioSmsSender;
import dev.lockstile.auth.spring.internal.settings.SmsProperties;

/** The sender that the properties of Twilio say; loaded where its module is on the class path. */
final class TwilioFactory {

    private TwilioFactory() {}

    static SmsSender of(SmsProperties.Twilio wanted) {
        String account = SmsAutoConfiguration.required("lockstile.sms.twilio.account-sid", wanted.accountSid());
        String secret = SmsAutoConfiguration.required("lockstile.sms.twilio.secret", wanted.secret());
        String from = SmsAutoConfiguration.required("lockstile.sms.twilio.from", wanted.from());
        TwilioSettings settings = wanted.keySid() == null
                ? TwilioSettings.ofToken(account, secret, from)
                : TwilioSettings.ofApiKey(account, wanted.keySid(), secret, from);
        return new TwilioSmsSender(wanted.api() == null ? settings : settings.withApi(wanted.api()));
    }
}
