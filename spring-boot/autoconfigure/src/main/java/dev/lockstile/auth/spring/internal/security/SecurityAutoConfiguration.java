package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
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

    /**
     * The endpoints: their checks, headers and errors are the contract's, and no chain of the application's sees them.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain lockstileEndpointChain(HttpSecurity http, HttpProperties properties) {
        if (!properties.protectedPaths().isEmpty()) {
            throw new AuthSetupException(List.of("protected-paths-beside-spring-security: Spring Security decides who"
                    + " reaches what, and lockstile.http.protected-paths is for applications without it"));
        }
        return http.securityMatcher(TargetServlet::isOurs)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    FilterRegistrationBean<MappedPathFilter> lockstileMappedPathFilter() {
        FilterRegistrationBean<MappedPathFilter> registration = new FilterRegistrationBean<>(new MappedPathFilter());
        registration.setOrder(CallerAutoConfiguration.ORDER - 1);
        return registration;
    }

    /**
     * Keeps Spring Boot from making a user up; accounts sign in at the endpoints. A bean of type AuthenticationProvider
     * would displace a UserDetailsService of the application.
     */
    @Bean
    @Conditional(NoUsers.class)
    @ConditionalOnMissingBean({
        AuthenticationManager.class,
        AuthenticationProvider.class,
        UserDetailsService.class,
        AuthenticationManagerResolver.class
    })
    UserDetailsService lockstileNoUsers() {
        return name -> {
            throw new UsernameNotFoundException("accounts sign in at the endpoints of Lockstile");
        };
    }
}
