package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.spring.internal.caller.BrowserSessions;
import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who is signed in, for controllers and for any service of the application. */
@AutoConfiguration(
        afterName = {
            "dev.lockstile.auth.spring.internal.http.HttpAutoConfiguration",
            "dev.lockstile.auth.spring.internal.security.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Auth.class)
final class CallerAutoConfiguration {

    /** Where Spring Boot has the filter of Spring Security: before filters of the application. */
    static final int ORDER = -100;

    @Bean
    @ConditionalOnMissingBean
    RequestAuthenticator lockstileRequestAuthenticator(Auth auth, HttpSettings settings) {
        return RequestAuthenticator.of(auth, settings);
    }

    @Bean
    RequestCallers lockstileRequestCallers(RequestAuthenticator requests, ObjectProvider<BrowserSessions> browsers) {
        return new RequestCallers(requests, browsers.getIfAvailable());
    }

    @Bean
    @ConditionalOnMissingBean(type = "org.springframework.security.web.SecurityFilterChain")
    FilterRegistrationBean<CallerFilter> lockstileCallerFilter(
            RequestCallers callers,
            CurrentCaller current,
            HttpProperties properties,
            ObjectProvider<SuperuserPaths> superuserPaths) {
        return registration(callers, current, properties, superuserPaths);
    }

    static FilterRegistrationBean<CallerFilter> registration(
            RequestCallers callers,
            CurrentCaller current,
            HttpProperties properties,
            ObjectProvider<SuperuserPaths> superuserPaths) {
        FilterRegistrationBean<CallerFilter> registration = new FilterRegistrationBean<>(new CallerFilter(
                callers,
                current,
                new ProtectedPaths(properties.protectedPaths()),
                superuserPaths.orderedStream().toList()));
        registration.setDispatcherTypes(EnumSet.complementOf(EnumSet.of(DispatcherType.ERROR)));
        registration.setOrder(ORDER);
        return registration;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WebMvcConfigurer.class)
    static final class Controllers {

        @Bean
        WebMvcConfigurer lockstileCurrentUser(CurrentCaller current, EntityManagerFactory entities) {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new CurrentUserResolver(
                            current, SharedEntityManagerCreator.createSharedEntityManager(entities)));
                }
            };
        }
    }
}
