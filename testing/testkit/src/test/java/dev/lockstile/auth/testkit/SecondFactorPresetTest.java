package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.password.PasswordSettings;
import org.junit.jupiter.api.Test;

class SecondFactorPresetTest {

    @Test
    void a_minimum_that_relies_on_a_second_factor_is_refused_while_there_is_none() {
        assertThatThrownBy(() -> wired(PasswordSettings.nistAal2()))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("second-factor-missing")
                .hasMessageContaining("nistAal1()");
    }

    @Test
    void a_short_length_of_the_hosts_own_still_relies_on_one() {
        assertThatThrownBy(() -> wired(PasswordSettings.nistAal2().withLength(10, 128)))
                .hasMessageContaining("second-factor-missing");
    }

    @Test
    void a_length_of_the_hosts_own_relies_on_none() {
        PasswordSettings own = PasswordSettings.nistAal2().withLength(15, 128);
        try (AuthTestKit kit = wired(own)) {
            assertThat(kit.auth()).isNotNull();
        }
    }

    private static AuthTestKit wired(PasswordSettings passwords) {
        return AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.quick(AuthTestKit.settings().withPasswords(passwords))));
    }
}
