package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.http.RequestAuthenticator;
import dev.lockstile.auth.http.RequestAuthenticator.Refusal;
import dev.lockstile.auth.http.RequestAuthenticator.Result;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.spring.internal.caller.RequestCallers;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who calls where there is no Spring Security, and keeps others out of the protected paths: also where a request
 * is forwarded or dispatched to one. What a page includes is left out of it, since the answer is the page's. A page of
 * the container's errors is shown to all.
 */
final class CallerFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);

    private static final String CALLER = CallerFilter.class.getName() + ".caller";

    private final transient RequestCallers callers;
    private final transient CurrentCaller current;
    private final transient ProtectedPaths protectedPaths;
    private final transient List<SuperuserPaths> superuserPaths;

    CallerFilter(
            RequestCallers callers,
            CurrentCaller current,
            ProtectedPaths protectedPaths,
            List<SuperuserPaths> superuserPaths) {
        this.callers = callers;
        this.current = current;
        this.protectedPaths = protectedPaths;
        this.superuserPaths = List.copyOf(superuserPaths);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (TargetServlet.isOurs(request)) {
            chain.doFilter(request, response);
        } else if (request.getDispatcherType() != DispatcherType.REQUEST) {
            Caller caller = request.getAttribute(CALLER) instanceof Caller admitted ? admitted : null;
            proceed(caller, request, response, chain);
        } else if (!protectedPaths.isEmpty() && !ProtectedPaths.isCanonical(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            received(request, response, chain);
        }
    }

    private void received(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Result result = callers.authenticate(request, response);
        if (result instanceof Result.Refused refused) {
            callers.refuse(refused.refusal(), request, response);
        } else if (result instanceof Result.Authenticated authenticated) {
            Caller caller = authenticated.caller();
            request.setAttribute(CALLER, caller);
            proceed(caller, request, response, chain);
        } else {
            proceed(null, request, response, chain);
        }
    }

    private void proceed(
            @Nullable Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Refusal refusal = refusal(caller, request);
        if (refusal != null && request.getDispatcherType() == DispatcherType.INCLUDE) {
            LOG.debug("left out of a page: {}", refusal);
        } else if (refusal != null) {
            callers.refuse(refusal, request, response);
        } else if (caller == null) {
            chain.doFilter(request, response);
        } else {
            try (CurrentCaller.Scope during = current.enter(caller)) {
                chain.doFilter(RequestAuthenticator.asCaller(request, caller), response);
            }
        }
    }

    private @Nullable Refusal refusal(@Nullable Caller caller, HttpServletRequest request) {
        if (!protectedPaths.contain(request)) {
            return null;
        }
        if (caller == null) {
            return callers.refusal(request);
        }
        boolean restricted =
                TargetServlet.isConsole(request) || superuserPaths.stream().anyMatch(paths -> paths.contain(request));
        return restricted && !caller.has(Right.SUPERUSER) ? Refusal.FORBIDDEN : null;
    }
}
