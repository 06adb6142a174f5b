package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;

/**
 * Leaves Spring's check against cross-site requests out where a header proves what the check asks for, and tells of the
 * other requests that the check was made. Its matcher has to be the last of those that leave requests out.
 */
final class FormCheckConfigurer extends AbstractHttpConfigurer<FormCheckConfigurer, HttpSecurity> {

    private final RequestCallers callers;

    FormCheckConfigurer(RequestCallers callers) {
        this.callers = callers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            csrf.ignoringRequestMatchers(this::isLeftOut);
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
