package dev.lockstile.auth.spring.security;

import dev.lockstile.auth.http.RequestAuthenticator.Result;
import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes an access token of a request its authentication; a token in its header that is not valid ends the request. */
final class LockstileAuthenticationFilter extends OncePerRequestFilter {

    private final RequestCallers callers;
    private final CurrentCaller current;
    private final SecurityContextHolderStrategy contexts = SecurityContextHolder.getContextHolderStrategy();
    private final RequestAttributeSecurityContextRepository repository =
            new RequestAttributeSecurityContextRepository();

    LockstileAuthenticationFilter(RequestCallers callers, CurrentCaller current) {
        this.callers = callers;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Result result = callers.authenticate(request, response);
        if (result instanceof Result.Refused refused) {
            callers.refuse(refused.refusal(), request, response);
        } else if (result instanceof Result.Authenticated authenticated) {
            proceed(authenticated.caller(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void proceed(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = contexts.createEmptyContext();
        context.setAuthentication(new LockstileAuthentication(caller));
        contexts.setContext(context);
        repository.saveContext(context, request, response);
        try (CurrentCaller.Scope during = current.enter(caller)) {
            chain.doFilter(request, response);
        } finally {
            contexts.clearContext();
        }
    }
}
