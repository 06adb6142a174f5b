package dev.lockstile.auth.spring.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Method security of the starter backs off for that of an application, whatever its attributes. */
final class MethodSecurityTest {

    private static final String PRE_AUTHORIZE = "preAuthorizeAuthorizationMethodInterceptor";

    private final WebApplicationContextRunner runner =
            new WebApplicationContextRunner().withUserConfiguration(Imported.class);

    @Test
    void annotations_decide_without_configuration() {
        runner.run(context -> assertThat(context).hasNotFailed().hasBean(PRE_AUTHORIZE));
    }

    @Test
    void attributes_of_the_application_count_alone() {
        runner.withUserConfiguration(SecuredAlone.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasBean("securedAuthorizationMethodInterceptor")
                        .doesNotHaveBean(PRE_AUTHORIZE));
    }

    /** As Spring Boot imports it, after what the application declares. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(MethodSecurityAutoConfiguration.class)
    static class Imported {}

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity(prePostEnabled = false, securedEnabled = true)
    static class SecuredAlone {}
}
