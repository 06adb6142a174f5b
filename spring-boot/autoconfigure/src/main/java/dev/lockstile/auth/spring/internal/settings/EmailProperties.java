package dev.lockstile.auth.spring.internal.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * E-mail, sent by the mail sender of Spring Boot when spring.mail.host is set.
 *
 * @param from Sender's address of e-mails, such as "Acme &lt;no-reply@acme.example&gt;"; spring.mail.username unless
 *     set, if that is an address.
 * @param codeInSubject Whether an e-mail that has only a code shows it in the subject, which a locked screen displays
 *     too.
 * @param support Where readers of e-mails get help: an e-mail address or an https page, told behind "contact" and at
 *     the foot.
 */
@ConfigurationProperties("lockstile.email")
public record EmailProperties(
        @Nullable String from,
        boolean codeInSubject,
        @Nullable String support) {}
