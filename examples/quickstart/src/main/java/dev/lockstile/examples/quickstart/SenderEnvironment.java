package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.email.smtp.SmtpEmailSender;
import dev.lockstile.auth.email.smtp.SmtpSettings;
import dev.lockstile.auth.sms.ConsoleSmsSender;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.sms.twilio.TwilioSettings;
import dev.lockstile.auth.sms.twilio.TwilioSmsSender;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The providers of messages that the environment names: {@code QUICKSTART_SMTP_HOST} and {@code
 * QUICKSTART_TWILIO_ACCOUNT_SID}, each with what belongs to it. Without them messages are printed on the console.
 */
final class SenderEnvironment {

    private static final String SMTP = "QUICKSTART_SMTP_";
    private static final String TWILIO = "QUICKSTART_TWILIO_";
    private static final Set<String> KNOWN = Set.of(
            SMTP + "HOST",
            SMTP + "PORT",
            SMTP + "USER",
            SMTP + "PASSWORD",
            SMTP + "FROM",
            SMTP + "TLS",
            TWILIO + "ACCOUNT_SID",
            TWILIO + "AUTH_TOKEN",
            TWILIO + "KEY_SID",
            TWILIO + "KEY_SECRET",
            TWILIO + "FROM",
            TWILIO + "API");

    private final Map<String, String> environment;

    /** @throws IllegalArgumentException naming a variable that does not exist */
    SenderEnvironment(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
        this.environment.keySet().removeIf(name -> !isOurs(name));
        Set<String> unknown = new TreeSet<>(this.environment.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    unknown.iterator().next() + " does not exist; those that do: " + new TreeSet<>(KNOWN));
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith(SMTP) || name.startsWith(TWILIO);
    }

    /** The sender of e-mails, by SMTP where a host is named. */
    EmailSender email() {
        return names(SMTP) ? new SmtpEmailSender(smtp()) : new ConsoleEmailSender();
    }

    /** The sender of text messages, by Twilio where an account is named. */
    SmsSender sms() {
        return names(TWILIO) ? new TwilioSmsSender(twilio()) : new ConsoleSmsSender();
    }

    /** The address that mails come from; null where they are printed. */
    @Nullable
    String from() {
        return environment.get(SMTP + "FROM");
    }

    private boolean names(String prefix) {
        return environment.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    private SmtpSettings smtp() {
        SmtpSettings settings = SmtpSettings.of(required(SMTP + "HOST"), required(SMTP + "FROM"));
        settings = switch (environment.getOrDefault(SMTP + "TLS", "starttls")) {
            case "starttls" -> settings;
            case "implicit" -> settings.withImplicitTls();
            case "off" -> settings.allowClearText();
            default -> throw new IllegalArgumentException(SMTP + "TLS must be starttls, implicit or off");
        };
        String port = environment.get(SMTP + "PORT");
        settings = port == null ? settings : settings.withPort(number(port));
        String user = environment.get(SMTP + "USER");
        return user == null ? settings : settings.withLogin(user, required(SMTP + "PASSWORD"));
    }

    private TwilioSettings twilio() {
        String account = required(TWILIO + "ACCOUNT_SID");
        String from = required(TWILIO + "FROM");
        String key = environment.get(TWILIO + "KEY_SID");
        TwilioSettings settings = key == null
                ? TwilioSettings.ofToken(account, required(TWILIO + "AUTH_TOKEN"), from)
                : TwilioSettings.ofApiKey(account, key, required(TWILIO + "KEY_SECRET"), from);
        String api = environment.get(TWILIO + "API");
        return api == null ? settings : settings.withApi(URI.create(api));
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.strip();
    }

    private static int number(String text) {
        if (!text.strip().matches("\\d{1,5}")) {
            throw new IllegalArgumentException(SMTP + "PORT must be a number");
        }
        return Integer.parseInt(text.strip());
    }

    @Override
    public String toString() {
        return "SenderEnvironment[hidden]";
    }
}
