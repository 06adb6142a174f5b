package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import dev.lockstile.auth.spring.internal.caller.SignInPage;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The configurer of {@link LockstileSecurity#configurer()}. */
public final class LockstileConfigurer extends AbstractHttpConfigurer<LockstileConfigurer, HttpSecurity> {

    LockstileConfigurer() {}

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        RequestAuthenticator requests = bean(http, RequestAuthenticator.class);
        RequestCallers callers = bean(http, RequestCallers.class);
        ExceptionHandlingConfigurer<HttpSecurity> failures = http.getConfigurer(ExceptionHandlingConfigurer.class);
        if (failures != null) {
            failures.defaultAuthenticationEntryPointFor(
                    (request, response, why) -> callers.refuse(callers.refusal(request), request, response),
                    request -> !SignInPage.isForPage(request));
            failures.defaultAccessDeniedHandlerFor(
                    (request, response, why) ->
                            requests.refuse(refusal(requests, callers, request, why), request, response),
                    AnyRequestMatcher.INSTANCE);
        }
        LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
        if (logout != null) {
            logout.addLogoutHandler((request, response, signedIn) -> callers.signOut(request, response));
        }
        // added now, it is initialized after all others
        http.with(new LastConfigurer(callers), Customizer.withDefaults());
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterBefore(
                new LockstileAuthenticationFilter(bean(http, RequestCallers.class), bean(http, CurrentCaller.class)),
                BasicAuthenticationFilter.class);
    }

    /** A token that was refused says more than the missing proof against cross-site requests: a client refreshes it. */
    private static RequestAuthenticator.Refusal refusal(
            RequestAuthenticator requests, RequestCallers callers, HttpServletRequest request, RuntimeException why) {
        if (why instanceof CsrfException) {
            if (requests.authenticate(request) instanceof RequestAuthenticator.Result.Refused refused) {
                return refused.refusal();
            }
            if (callers.isForm(request)) {
                return RequestAuthenticator.Refusal.CSRF_FAILED;
            }
        }
        boolean stale = why instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof LockstileSecurity.RecentProof;
        return stale ? RequestAuthenticator.Refusal.STEP_UP_REQUIRED : RequestAuthenticator.Refusal.FORBIDDEN;
    }

    private static <T> T bean(HttpSecurity http, Class<T> type) {
        return http.getSharedObject(ApplicationContext.class).getBean(type);
    }
}
