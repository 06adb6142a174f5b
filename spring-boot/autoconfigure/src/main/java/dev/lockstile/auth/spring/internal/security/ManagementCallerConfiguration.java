package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import dev.lockstile.auth.token.CurrentCaller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Keeps the protected paths where the actuator has a port of its own: filters of the application do not stand there.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(name = "lockstileCallerFilter")
final class ManagementCallerConfiguration {

    @Bean
    FilterRegistrationBean<CallerFilter> lockstileManagementCallerFilter(
            RequestCallers callers,
            CurrentCaller current,
            HttpProperties properties,
            ObjectProvider<SuperuserPaths> superuserPaths) {
        return CallerAutoConfiguration.registration(callers, current, properties, superuserPaths);
    }
}
