package dev.lockstile.examples.orderdesk;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.lockstile.auth.spring.security.LockstileSecurity;
import jakarta.servlet.DispatcherType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A filter chain of the order desk's own, which leads browsers to the sign-in page. */
class OwnChain {

    // spotless:off
    // region: chain
    @Bean
    SecurityFilterChain browsers(HttpSecurity http) {
        return http.with(LockstileSecurity.configurer(), withDefaults())
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/api/admin/**").hasRole("ADMIN")
                        .anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        (request, response, why) -> response.sendRedirect("/account/sign-in?next="
                                + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8)),
                        request -> String.valueOf(request.getHeader("Accept")).contains("text/html")))
                .build();
    }
    // end: chain
    // spotless:on
}
