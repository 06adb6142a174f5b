package dev.lockstile.auth.spring.test;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import dev.lockstile.auth.testkit.SettableClock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What {@link AutoConfigureLockstile} adds, before the library is wired. */
@AutoConfiguration(beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
final class LockstileTestAutoConfiguration {

    private static final String START = "2026-03-01T12:00:00Z";

    @Bean
    @Primary
    SettableClock lockstileTestClock() {
        return SettableClock.at(START);
    }

    @Bean
    @Primary
    RecordingEmailSender lockstileTestEmails() {
        return new RecordingEmailSender();
    }

    @Bean
    @Primary
    RecordingSmsSender lockstileTestTexts() {
        return new RecordingSmsSender();
    }

    /** In place of the application's own, which must not send from a test. */
    @Bean
    @Primary
    MessageSenders lockstileTestSenders(RecordingEmailSender emails, RecordingSmsSender texts) {
        return new MessageSenders(List.of(emails), List.of(texts));
    }

    @Bean
    @Primary
    AuthKeys lockstileTestKeys() {
        return AuthKeys.generate();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    LockstileCustomizer lockstileTestHashes() {
        return new QuickHashes();
    }

    @Bean
    TestUsers lockstileTestUsers(Auth auth) {
        return new TestUsers(auth);
    }

    /** Hashes that take no time. */
    private static final class QuickHashes implements LockstileCustomizer {

        @Override
        public void customize(AuthBuilder builder) {
            // the settings are all that differs
        }

        @Override
        public AuthSettings settings(AuthSettings fromProperties) {
            return AuthTestKit.quick(fromProperties);
        }
    }
}
