package dev.lockstile.auth.spring.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.testkit.AuthTestKit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The chain of the endpoints comes before chains of an application, whatever their order. */
final class EndpointChainTest {

    @Test
    void it_comes_before_a_first_chain_for_any_request() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            new WebApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class))
                    .withUserConfiguration(NoUsersTest.Properties.class, First.class)
                    .withBean(Auth.class, kit::auth)
                    .run(context -> assertThat(context.getBeanProvider(SecurityFilterChain.class)
                                    .orderedStream())
                            .containsExactly(
                                    context.getBean("lockstileEndpointChain", SecurityFilterChain.class),
                                    context.getBean("first", SecurityFilterChain.class)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class First {

        @Bean
        @Order(-1000)
        SecurityFilterChain first() {
            return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE);
        }
    }
}
