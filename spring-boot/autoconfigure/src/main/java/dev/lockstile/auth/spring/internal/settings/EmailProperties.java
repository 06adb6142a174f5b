package dev.lockstile.auth.spring.internal.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * E-mail, sent by the mail sender of Spring Boot when spring.mail.host is set.
 *
 * @param from Sender's address of e-mails, such as "Acme &lt;no-reply@acme.example&gt;"; spring.mail.username unless
 *     set, if that is an address.
 * @param codeInSubject Whether the subject of an e-mail with a code and no link includes the code, which a locked
 *     screen then shows.
 * @param support Contact for help in e-mails: an e-mail address or an https page, shown in the text and the footer.
 */
@ConfigurationProperties("lockstile.email")
public record EmailProperties(
        @Nullable String from,
        boolean codeInSubject,
        @Nullable String support) {}
