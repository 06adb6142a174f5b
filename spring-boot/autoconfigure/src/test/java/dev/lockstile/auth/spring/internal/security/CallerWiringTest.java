package dev.lockstile.auth.spring.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.token.CurrentCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filter that tells who calls, beside beans of an application. */
final class CallerWiringTest {

    private final AuthTestKit kit = AuthTestKit.inMemory();
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CallerAutoConfiguration.class))
            .withUserConfiguration(Properties.class)
            .withClassLoader(new FilteredClassLoader(WebMvcConfigurer.class))
            .withBean(HttpSettings.class, HttpSettings::defaults)
            .withBean(CurrentCaller.class)
            .withBean(Auth.class, kit::auth);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void it_stands_where_no_chain_of_spring_security_does() {
        runner.run(context -> assertThat(context).hasNotFailed().hasBean("lockstileCallerFilter"));
        runner.withBean(SecurityFilterChain.class, () -> new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("lockstileCallerFilter"));
    }

    @Test
    void an_authenticator_of_the_application_stands_in_its_place() {
        RequestAuthenticator own = RequestAuthenticator.of(kit.auth(), HttpSettings.defaults());
        runner.withBean(RequestAuthenticator.class, () -> own)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean(RequestAuthenticator.class)
                        .isSameAs(own));
    }

    @EnableConfigurationProperties(HttpProperties.class)
    static class Properties {}
}
