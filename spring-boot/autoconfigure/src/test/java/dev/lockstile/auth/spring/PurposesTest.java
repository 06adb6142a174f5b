package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.otp.PurposeSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Codes for purposes of the application's own: a bean declares one, a property offers it over HTTP. */
class PurposesTest {

    @Test
    void each_bean_is_a_purpose_and_the_property_offers_it_to_callers() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("lockstile.http.purposes", "pick-up")
                .with(TwoPurposes.class)
                .start()) {
            Auth auth = context.getBean(Auth.class);
            assertThat(auth.codes("pick-up").settings().codes().emailTtl()).isEqualTo(Duration.ofMinutes(3));
            assertThat(auth.codes("pay").settings().name()).isEqualTo("pay");
            Http http = Http.of(context);
            assertThat(http.post("/auth/codes/pick-up/", "{}").statusCode()).isEqualTo(401);
            assertThat(http.post("/auth/codes/pay/", "{}").statusCode()).isEqualTo(404);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoPurposes {

        @Bean
        PurposeSettings pickUp() {
            return PurposeSettings.named("pick-up").withTtl(Duration.ofMinutes(3));
        }

        @Bean
        PurposeSettings pay() {
            return PurposeSettings.named("pay");
        }
    }
}
