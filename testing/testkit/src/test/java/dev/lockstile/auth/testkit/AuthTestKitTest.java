package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuthTestKitTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void somebody_is_registered_signed_in_and_ages_with_the_clock() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            SignIn ana = kit.signIn(EMAIL, PASSWORD);
            String access = ana.tokens().access().reveal();
            assertThat(kit.auth().sessions().authenticate(access)).isPresent();
            kit.clock().advance(Duration.ofDays(1));
            assertThat(kit.auth().sessions().authenticate(access)).isEmpty();
            assertThatThrownBy(() -> kit.signIn(EMAIL, "another-word-1")).isInstanceOf(AssertionError.class);
        }
    }

    // region: kit
    @Test
    void codes_are_read_from_the_outbox() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            kit.auth().codes().request(new CodeLogin.Request(CodeIdentifier.email(EMAIL), Channel.EMAIL, null));
            assertThat(kit.deliver().emails().lastCode(EMAIL)).matches("\\d{6,10}");
            assertThat(kit.texts().messages()).isEmpty();
        }
    }
    // end: kit
}
