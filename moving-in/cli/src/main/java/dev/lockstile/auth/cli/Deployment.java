package dev.lockstile.auth.cli;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsSender;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application is set up for people, for {@code check --deploy}. What is not told is not looked at.
 *
 * @param settings the figures of the library
 * @param sms names of the senders of text messages; empty when it sends none
 * @param email names of the senders of e-mails
 * @param inbox whether a development inbox is served
 * @param trustedProxies the proxies whose word on addresses of clients is taken; empty for none
 * @param origins addresses of the application in a browser
 * @param keyFiles files that hold keys
 * @param mailFrom the address that mails come from; null for not told
 */
public record Deployment(
        AuthSettings settings,
        List<String> sms,
        List<String> email,
        boolean inbox,
        List<String> trustedProxies,
        List<String> origins,
        List<Path> keyFiles,
        @Nullable String mailFrom) {

    /**
     * Copies the lists.
     *
     * @param settings the figures of the library
     * @param sms names of the senders of text messages
     * @param email names of the senders of e-mails
     * @param inbox whether a development inbox is served
     * @param trustedProxies the proxies that are believed; empty for none
     * @param origins addresses of the application in a browser
     * @param keyFiles files that hold keys
     * @param mailFrom the address that mails come from; null for not told
     */
    public Deployment {
        sms = List.copyOf(sms);
        email = List.copyOf(email);
        trustedProxies = List.copyOf(trustedProxies);
        origins = List.copyOf(origins);
        keyFiles = List.copyOf(keyFiles);
    }

    /**
     * {@return a deployment of these figures and senders, and nothing else told}
     *
     * @param settings the figures of the library
     * @param sms the senders of text messages
     * @param email the senders of e-mails
     */
    public static Deployment of(AuthSettings settings, List<SmsSender> sms, List<EmailSender> email) {
        return new Deployment(
                settings,
                sms.stream().map(SmsSender::name).toList(),
                email.stream().map(EmailSender::name).toList(),
                false,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /**
     * {@return the same with or without a development inbox}
     *
     * @param served whether it is served
     */
    public Deployment withInbox(boolean served) {
        return new Deployment(settings, sms, email, served, trustedProxies, origins, keyFiles, mailFrom);
    }

    /**
     * {@return the same with the word of these proxies taken}
     *
     * @param proxies addresses or networks
     */
    public Deployment withTrustedProxies(List<String> proxies) {
        return new Deployment(settings, sms, email, inbox, proxies, origins, keyFiles, mailFrom);
    }

    /**
     * {@return the same with addresses in a browser}
     *
     * @param addresses such as {@code https://acme.example}
     */
    public Deployment withOrigins(List<String> addresses) {
        return new Deployment(settings, sms, email, inbox, trustedProxies, addresses, keyFiles, mailFrom);
    }

    /**
     * {@return the same with files that hold keys}
     *
     * @param files whose rights are looked at
     */
    public Deployment withKeyFiles(List<Path> files) {
        return new Deployment(settings, sms, email, inbox, trustedProxies, origins, files, mailFrom);
    }

    /**
     * {@return the same with the address that mails come from}
     *
     * @param address such as {@code Acme <no-reply@acme.example>}
     */
    public Deployment withMailFrom(String address) {
        return new Deployment(settings, sms, email, inbox, trustedProxies, origins, keyFiles, address);
    }
}
