package dev.lockstile.auth.spring.internal.message;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.spring.internal.settings.EmailProperties;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;

/** E-mail by the application's own mail sender, where no bean of the application sends it. */
@AutoConfiguration(afterName = "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration")
@ConditionalOnClass(JavaMailSender.class)
@ConditionalOnBean(JavaMailSender.class)
@ConditionalOnMissingBean(EmailSender.class)
final class MailAutoConfiguration {

    @Bean
    EmailSender lockstileMailSender(JavaMailSender mail, EmailProperties properties, Environment environment) {
        String from = properties.from() == null ? environment.getProperty("spring.mail.username") : properties.from();
        if (from == null) {
            throw new AuthSetupException(List.of("email-from-missing: e-mails need the address of their sender"));
        }
        return new MailSenderAdapter(mail, from);
    }
}
