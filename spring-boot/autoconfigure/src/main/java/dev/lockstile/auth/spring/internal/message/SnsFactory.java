package dev.lockstile.auth.spring.internal.message;

import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.sms.sns.AwsCredentials;
import dev.lockstile.auth.sms.sns.SnsSettings;
import dev.lockstile.auth.sms.sns.SnsSmsSender;
import dev.lockstile.auth.spring.internal.settings.SmsProperties;

/** The sender that the properties of SNS say; loaded where its module is on the class path. */
final class SnsFactory {

    private SnsFactory() {}

    static SmsSender of(SmsProperties.Sns wanted) {
        SnsSettings settings =
                SnsSettings.of(SmsAutoConfiguration.required("lockstile.sms.sns.region", wanted.region()));
        if (wanted.senderId() != null) {
            settings = settings.withSenderId(wanted.senderId());
        }
        if (wanted.originationNumber() != null) {
            settings = settings.withOriginationNumber(wanted.originationNumber());
        }
        if (wanted.endpoint() != null) {
            settings = settings.withEndpoint(wanted.endpoint());
        }
        AwsCredentials credentials = new AwsCredentials(
                SmsAutoConfiguration.required("lockstile.sms.sns.access-key-id", wanted.accessKeyId()),
                SmsAutoConfiguration.required("lockstile.sms.sns.secret-access-key", wanted.secretAccessKey()),
                wanted.sessionToken());
        return new SnsSmsSender(settings, () -> credentials);
    }
}
