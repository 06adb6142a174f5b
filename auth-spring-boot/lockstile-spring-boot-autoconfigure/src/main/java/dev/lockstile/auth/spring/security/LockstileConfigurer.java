package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.token.CurrentCaller;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What {@link LockstileSecurity#configurer()} adds to a chain. */
public final class LockstileConfigurer extends AbstractHttpConfigurer<LockstileConfigurer, HttpSecurity> {

    LockstileConfigurer() {}

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        RequestAuthenticator requests = bean(http, RequestAuthenticator.class);
        ExceptionHandlingConfigurer<HttpSecurity> failures = http.getConfigurer(ExceptionHandlingConfigurer.class);
        if (failures != null) {
            failures.defaultAuthenticationEntryPointFor(
                    (request, response, why) ->
                            requests.refuse(RequestAuthenticator.Refusal.NOT_AUTHENTICATED, request, response),
                    AnyRequestMatcher.INSTANCE);
            failures.defaultAccessDeniedHandlerFor(
                    (request, response, why) -> requests.refuse(refusal(why), request, response),
                    AnyRequestMatcher.INSTANCE);
        }
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            // a header is sent by no other site, and a cookie of ours is checked with the token
            csrf.ignoringRequestMatchers(
                    request -> !(requests.authenticate(request) instanceof RequestAuthenticator.Result.Anonymous));
        }
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterBefore(
                new LockstileAuthenticationFilter(
                        bean(http, RequestAuthenticator.class), bean(http, CurrentCaller.class)),
                BasicAuthenticationFilter.class);
    }

    private static RequestAuthenticator.Refusal refusal(RuntimeException why) {
        boolean stale = why instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof LockstileSecurity.RecentProof;
        return stale ? RequestAuthenticator.Refusal.STEP_UP_REQUIRED : RequestAuthenticator.Refusal.FORBIDDEN;
    }

    private static <T> T bean(HttpSecurity http, Class<T> type) {
        return http.getSharedObject(ApplicationContext.class).getBean(type);
    }
}
