package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.spring.internal.development.DevInbox;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/** A chain of its own for the endpoints, which do all checks themselves. */
@AutoConfiguration(
        afterName = "dev.lockstile.auth.spring.internal.http.HttpAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass({SecurityFilterChain.class, HttpSecurity.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(Auth.class)
@EnableWebSecurity
class SecurityAutoConfiguration {

    /** The endpoints: their checks, headers and errors are the contract's, and no chain of the application's sees them. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain lockstileEndpointChain(
            HttpSecurity http, HttpProperties properties, ObjectProvider<DevInbox> inbox) {
        String endpoints = properties.prefix() + "/**";
        String[] paths = inbox.getIfAvailable() == null
                ? new String[] {endpoints}
                : new String[] {endpoints, "/dev/inbox", "/dev/messages"};
        return http.securityMatcher(paths)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Says that there are users, so that Spring Boot makes none up. */
    @Bean
    @ConditionalOnMissingBean(AuthenticationProvider.class)
    AuthenticationProvider lockstileAuthenticationProvider() {
        return new NoPasswords();
    }

    /** Nobody signs in through Spring Security: that is the endpoints' work. */
    private static final class NoPasswords implements AuthenticationProvider {

        @Override
        public @Nullable Authentication authenticate(Authentication authentication) throws AuthenticationException {
            return null;
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return false;
        }
    }
}
