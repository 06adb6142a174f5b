package dev.lockstile.auth.spring.internal.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatch leads to, as the container maps it. In an include the request itself still tells of the page that
 * includes.
 *
 * @param servletPath decoded
 * @param pathInfo decoded; null where there is none
 * @param servletName null where no servlet is chosen
 */
record DispatchTarget(
        String servletPath,
        @Nullable String pathInfo,
        @Nullable String servletName) {

    static DispatchTarget of(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.INCLUDE
                && request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) instanceof String path) {
            return new DispatchTarget(
                    path,
                    (String) request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO),
                    request.getAttribute(RequestDispatcher.INCLUDE_MAPPING) instanceof HttpServletMapping mapping
                            ? mapping.getServletName()
                            : null);
        }
        return new DispatchTarget(
                request.getServletPath(),
                request.getPathInfo(),
                request.getHttpServletMapping().getServletName());
    }

    /** The path below that of the application. */
    String path() {
        return pathInfo == null ? servletPath : servletPath + pathInfo;
    }
}
