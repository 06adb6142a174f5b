package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What has to come after the other configurers of a chain. Spring's check against cross-site requests is left out where
 * a header proves what the check asks for, and of the other requests it is told that the check was made. Browsers
 * without a session are led to our sign-in page where no sign-in of the application leads them to its own.
 */
final class LastConfigurer extends AbstractHttpConfigurer<LastConfigurer, HttpSecurity> {

    private final RequestCallers callers;

    LastConfigurer(RequestCallers callers) {
        this.callers = callers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            csrf.ignoringRequestMatchers(this::isLeftOut);
        }
        ExceptionHandlingConfigurer<HttpSecurity> failures = http.getConfigurer(ExceptionHandlingConfigurer.class);
        if (failures != null) {
            failures.defaultAuthenticationEntryPointFor(
                    (request, response, why) -> callers.refuse(callers.refusal(request), request, response),
                    AnyRequestMatcher.INSTANCE);
        }
    }

    /** No other site sends the header of a token, or the header that a cookie of ours is authenticated with. */
    private boolean isLeftOut(HttpServletRequest request) {
        if (callers.isAuthenticatedByHeader(request)) {
            return true;
        }
        RequestCallers.markFormChecked(request);
        return false;
    }
}
