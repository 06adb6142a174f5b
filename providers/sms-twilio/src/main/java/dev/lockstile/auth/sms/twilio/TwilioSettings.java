package dev.lockstile.auth.sms.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The account that text messages are sent with. Prefer an API key of type <em>restricted</em> (messages: create) to the
 * account's own token: it can do nothing else and is replaced alone.
 *
 * @param accountSid the account, {@code AC} and 32 hexadecimal digits
 * @param user what signs the calls: the account's SID with its token, or the SID of an API key with its secret
 * @param secret the token or secret; never printed
 * @param from the sender: a number in E.164 form, or the SID of a messaging service ({@code MG...}), which chooses
 *     among numbers and keeps to the rules of each country
 * @param api where Twilio's API lies; https unless on this machine
 * @param limit for all of a call
 */
public record TwilioSettings(String accountSid, String user, String secret, String from, URI api, Duration limit) {

    private static final URI API = URI.create("https://api.twilio.com");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern USER = Pattern.compile("(AC|SK)[0-9a-fA-F]{32}");
    private static final Pattern FROM =
            Pattern.compile("\\+[0-9]{5,15}|MG[0-9a-fA-F]{32}|[0-9]{3,8}|[A-Za-z0-9 ]{1,11}");

    /**
     * Checks the values.
     *
     * @param accountSid the account, {@code AC} and 32 hexadecimal digits
     * @param user what signs the calls: the SID of the account or of an API key
     * @param secret the token or secret
     * @param from the sender: a number in E.164 form, or the SID of a messaging service
     * @param api where Twilio's API lies
     * @param limit for all of a call
     * @throws IllegalArgumentException when a value cannot be what it should be; it is not quoted
     */
    public TwilioSettings {
        require(ACCOUNT.matcher(accountSid).matches(), "accountSid must be AC and 32 hexadecimal digits");
        require(USER.matcher(user).matches(), "user must be the SID of the account or of an API key");
        require(!secret.isBlank(), "the secret is blank");
        require(FROM.matcher(from).matches(), "from must be a number in E.164 form, a short code, a name or an MG SID");
        boolean local = "localhost".equals(api.getHost()) || "127.0.0.1".equals(api.getHost());
        require("https".equals(api.getScheme()) || local, "the API must be reached by https");
    }

    /**
     * With the account's own token.
     *
     * @param accountSid the account, {@code AC} and 32 hexadecimal digits
     * @param authToken the account's token, which may do anything in the account
     * @param from a number in E.164 form, or the SID of a messaging service
     * @return settings that sign calls with the token, within 5 seconds a call
     */
    public static TwilioSettings ofToken(String accountSid, String authToken, String from) {
        return new TwilioSettings(accountSid, accountSid, authToken, from, API, LIMIT);
    }

    /**
     * With an API key of the account.
     *
     * @param accountSid the account, {@code AC} and 32 hexadecimal digits
     * @param keySid the SID of the API key
     * @param keySecret the key's secret
     * @param from a number in E.164 form, or the SID of a messaging service
     * @return settings that sign calls with the key, within 5 seconds a call
     */
    public static TwilioSettings ofApiKey(String accountSid, String keySid, String keySecret, String from) {
        return new TwilioSettings(accountSid, keySid, keySecret, from, API, LIMIT);
    }

    /**
     * {@return the same with the API in another region}
     *
     * @param newApi such as {@code https://api.dublin.ie1.twilio.com}
     */
    public TwilioSettings withApi(URI newApi) {
        return new TwilioSettings(accountSid, user, secret, from, newApi, limit);
    }

    /**
     * {@return the same with another limit for all of a call than 5 seconds}
     *
     * @param newLimit more than zero, at most 20 seconds
     */
    public TwilioSettings withLimit(Duration newLimit) {
        return new TwilioSettings(accountSid, user, secret, from, api, newLimit);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "TwilioSettings[" + accountSid + "]";
    }
}
