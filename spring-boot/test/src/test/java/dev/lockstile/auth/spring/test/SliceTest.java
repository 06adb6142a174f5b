package dev.lockstile.auth.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.spring.test.kiosk.Kiosk;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@LockstileTest(properties = "spring.datasource.url=jdbc:h2:mem:slice")
@ContextConfiguration(classes = Kiosk.class)
@Import(Kiosk.Hooks.class)
class SliceTest {

    @Autowired
    private Auth auth;

    @Autowired
    private TestUsers users;

    @Autowired
    private ApplicationContext context;

    @Test
    void components_and_endpoints_are_not_part_of_it() {
        assertThat(context.getBeanDefinitionNames()).doesNotContain("api", "lockstileServlet");
        assertThat(context.getBean(Clock.class)).isInstanceOf(SettableClock.class);
    }

    @Test
    void a_hook_that_a_test_brings_in_is_asked() {
        assertThatThrownBy(() -> users.signIn("veto@example.com"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("FORBIDDEN");
    }

    @Test
    void an_account_that_is_there_is_not_opened_twice() {
        users.open("ana@example.com", "USER");
        assertThat(users.signIn("ana@example.com").user().email()).isEqualTo("ana@example.com");
        assertThatThrownBy(() -> users.open("ana@example.com", "USER")).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_senders_of_the_application_send_nothing() {
        RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
        users.open("luc@example.com", "USER");
        auth.codes().request(new CodeLogin.Request(CodeIdentifier.email("luc@example.com"), Channel.EMAIL, null));
        emails.await(1, Duration.ofSeconds(10));
        assertThat(emails.lastCode("luc@example.com")).hasSize(8);
        assertThat(Kiosk.PROVIDER.messages()).isEmpty();
    }
}
