package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.setting.SettingKey;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings of users: a bean declares one, and those that the owner sees have their endpoint. */
class UserSettingsTest {

    @Test
    void each_bean_is_a_setting_and_the_endpoint_is_there_for_callers() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with(TwoSettings.class).start()) {
            assertThat(context.getBean(Auth.class).userSettings().keys().all())
                    .extracting(SettingKey::name)
                    .containsExactlyInAnyOrder("beta", "theme");
            assertThat(Http.of(context).get("/auth/account/settings/").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_host_without_settings_has_no_such_endpoint() {
        try (ConfigurableApplicationContext context = ShopHost.onH2().start()) {
            assertThat(Http.of(context).get("/auth/account/settings/").statusCode())
                    .isEqualTo(404);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoSettings {

        @Bean
        SettingKey<Boolean> beta() {
            return SettingKey.bool("beta", false);
        }

        @Bean
        SettingKey<String> theme() {
            return SettingKey.choice("theme", "auto", "auto", "dark").changedByOwner();
        }
    }
}
