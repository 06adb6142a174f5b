package dev.lockstile.auth.email.smtp;

import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** The settings in the words of the mail library. */
final class SmtpProperties {

    private static final long CONNECT_MILLIS = 2_000;

    private SmtpProperties() {}

    static Properties of(SmtpSettings settings, TrackedSockets sockets) {
        Properties properties = new Properties();
        String limit = Long.toString(settings.limit().toMillis());
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.login() != null));
        properties.put(
                "mail.smtp.connectiontimeout",
                Long.toString(Math.min(CONNECT_MILLIS, settings.limit().toMillis())));
        properties.put("mail.smtp.timeout", limit);
        properties.put("mail.smtp.writetimeout", limit);
        properties.put("mail.smtp.quitwait", "false");
        // an address of the sender's domain takes bounces, and nothing of the host's name leaks into the greeting
        properties.put("mail.smtp.localhost", domain(settings));
        secure(properties, settings, sockets);
        return properties;
    }

    private static void secure(Properties properties, SmtpSettings settings, TrackedSockets sockets) {
        SSLSocketFactory trust =
                settings.trust() == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : settings.trust();
        properties.put("mail.smtp.ssl.socketFactory", sockets.over(trust));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        if (settings.security() == SmtpSettings.Security.TLS) {
            properties.put("mail.smtp.ssl.enable", "true");
            return;
        }
        properties.put("mail.smtp.socketFactory", sockets.plain());
        if (settings.security() == SmtpSettings.Security.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
    }

    static String domain(SmtpSettings settings) {
        String address = settings.sender().getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
