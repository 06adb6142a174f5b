package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.http.RequestAuthenticator.Result;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells who calls where there is no Spring Security, and keeps others out of the protected paths. */
final class CallerFilter extends OncePerRequestFilter {

    private final RequestAuthenticator requests;
    private final CurrentCaller current;
    private final PathPattern endpoints;
    private final List<PathPattern> protectedPaths;

    CallerFilter(RequestAuthenticator requests, CurrentCaller current, String prefix, List<String> protectedPaths) {
        this.requests = requests;
        this.current = current;
        this.endpoints = PathPatternParser.defaultInstance.parse(prefix + "/**");
        this.protectedPaths = protectedPaths.stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return endpoints.matches(path(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Result result = requests.authenticate(request);
        if (result instanceof Result.Refused refused) {
            requests.refuse(refused.refusal(), request, response);
        } else if (result instanceof Result.Authenticated authenticated) {
            Caller caller = authenticated.caller();
            try (CurrentCaller.Scope during = current.enter(caller)) {
                chain.doFilter(RequestAuthenticator.asCaller(request, caller), response);
            }
        } else if (protectedPaths.stream().anyMatch(pattern -> pattern.matches(path(request)))) {
            requests.refuse(RequestAuthenticator.Refusal.NOT_AUTHENTICATED, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static PathContainer path(HttpServletRequest request) {
        return PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
    }
}
