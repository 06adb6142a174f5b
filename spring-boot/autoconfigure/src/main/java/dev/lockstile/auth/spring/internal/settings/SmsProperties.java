package dev.lockstile.auth.spring.internal.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Text messages. Where both providers are set, SNS is used when Twilio fails. A bean of type SmsSender replaces both.
 *
 * @param twilio Twilio, with dev.lockstile:sms-twilio on the class path.
 * @param sns Amazon SNS, with dev.lockstile:sms-sns on the class path.
 * @param boundTo Host name of the pages, such as shop.example: browsers then offer a code of a text message on that
 *     site only.
 */
@ConfigurationProperties("lockstile.sms")
public record SmsProperties(
        @Nullable Twilio twilio,
        @Nullable Sns sns,
        @Nullable String boundTo) {

    /**
     * Twilio.
     *
     * @param accountSid Account: AC and 32 hexadecimal digits.
     * @param keySid SID of an API key that authenticates the calls; unset, the account's token does.
     * @param secret Secret of the API key, or the token of the account.
     * @param from Sender: a number such as +15005550006, a short code, a name, or the SID of a messaging service.
     * @param api Address of Twilio's API in another region, such as https://api.dublin.ie1.twilio.com.
     */
    public record Twilio(
            @Nullable String accountSid,
            @Nullable String keySid,
            @Nullable String secret,
            @Nullable String from,
            @Nullable URI api) {

        /** No secret is printed. */
        @Override
        public String toString() {
            return "Twilio[accountSid=" + accountSid + "]";
        }
    }

    /**
     * Amazon SNS.
     *
     * @param region Region, such as eu-west-1.
     * @param accessKeyId Id of an access key with the permission sns:Publish only.
     * @param secretAccessKey Secret of the access key.
     * @param sessionToken Session token, for credentials that expire.
     * @param senderId Sender that the recipient sees, 1 to 11 letters and digits, in countries that allow it.
     * @param originationNumber Number to send from, such as +15005550006.
     * @param endpoint Another endpoint of SNS, such as a VPC endpoint.
     */
    public record Sns(
            @Nullable String region,
            @Nullable String accessKeyId,
            @Nullable String secretAccessKey,
            @Nullable String sessionToken,
            @Nullable String senderId,
            @Nullable String originationNumber,
            @Nullable URI endpoint) {

        /** No secret is printed. */
        @Override
        public String toString() {
            return "Sns[region=" + region + "]";
        }
    }
}
