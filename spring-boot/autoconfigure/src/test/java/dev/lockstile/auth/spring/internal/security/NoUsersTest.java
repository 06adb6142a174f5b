package dev.lockstile.auth.spring.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import dev.lockstile.auth.testkit.AuthTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.TestingAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The bean without users, which keeps Spring Boot from making one up, displaces nothing of the application. */
final class NoUsersTest {

    private static final String BEAN = "lockstileNoUsers";

    private final AuthTestKit kit = AuthTestKit.inMemory();
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SecurityAutoConfiguration.class))
            .withUserConfiguration(Properties.class)
            .withBean(Auth.class, kit::auth);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void it_is_there_where_the_application_authenticates_in_no_other_way() {
        runner.run(context -> assertThat(context).hasNotFailed().hasBean(BEAN));
    }

    @Test
    void each_way_of_the_application_stands_alone() {
        AuthenticationManager manager = authentication -> authentication;
        for (WebApplicationContextRunner own : new WebApplicationContextRunner[] {
            runner.withBean(UserDetailsService.class, InMemoryUserDetailsManager::new),
            runner.withBean(AuthenticationProvider.class, TestingAuthenticationProvider::new),
            runner.withBean(AuthenticationManager.class, () -> manager),
            runner.withBean(AuthenticationManagerResolver.class, () -> request -> manager),
            runner.withPropertyValues("spring.security.user.name=clerk"),
            runner.withPropertyValues("spring.security.user.password=open-sesame")
        }) {
            own.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BEAN));
        }
    }

    @EnableConfigurationProperties(HttpProperties.class)
    static class Properties {}
}
