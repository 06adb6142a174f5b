package dev.lockstile.auth.spring.internal.message;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.spring.internal.settings.EmailProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;

/** E-mail by the application's own mail sender, where no bean of the application sends it. */
@AutoConfiguration(afterName = "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(JavaMailSender.class)
@ConditionalOnBean(JavaMailSender.class)
@ConditionalOnMissingBean(EmailSender.class)
@EnableConfigurationProperties(EmailProperties.class)
final class MailAutoConfiguration {

    @Bean
    EmailSender lockstileMailSender(JavaMailSender mail, EmailProperties properties, Environment environment) {
        String from = properties.from() == null ? address(environment) : properties.from();
        if (from == null) {
            throw new AuthSetupException(List.of("email-from-missing: e-mails need the address of their sender"));
        }
        return new MailSenderAdapter(mail, from);
    }

    /** The user of some servers is a word, such as {@code apikey}, and no address. */
    private static @Nullable String address(Environment environment) {
        String user = environment.getProperty("spring.mail.username");
        return user == null || user.indexOf('@') < 0 ? null : user;
    }
}
