package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.spring.bare.BareApplication;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application that turns the library off has nothing of it. */
class SwitchedOffTest {

    @Test
    void no_bean_no_table_and_no_path_of_the_library_is_there() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .withSecurity()
                .of(BareApplication.class)
                .with("lockstile.enabled", "false")
                .with("lockstile.pages.path", "/account")
                .with("lockstile.dev.inbox", "true")
                .with("lockstile.api-keys.prefix", "acme")
                .with("lockstile.sms.sns.region", "eu-west-1")
                .with("spring.mail.host", "mail.shop.example")
                .with("management.endpoints.web.exposure.include", "info")
                .start()) {
            assertThat(context.getBeanProvider(Auth.class)).isEmpty();
            assertThat(Arrays.stream(context.getBeanDefinitionNames())
                            .filter(name -> name.startsWith("lockstile") || name.startsWith("dev.lockstile")))
                    .isEmpty();
            assertThat(context.getBean(JdbcTemplate.class)
                            .queryForList("select table_name from information_schema.tables"
                                    + " where table_schema = 'PUBLIC'"))
                    .isEmpty();
            assertThat(RawHttp.of(context).status("POST", "/auth/login/basic/")).isIn(401, 403);
        }
    }
}
