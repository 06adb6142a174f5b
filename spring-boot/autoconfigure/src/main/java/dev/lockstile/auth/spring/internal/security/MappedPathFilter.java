package dev.lockstile.auth.spring.internal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;

/**
 * Answers 400 where a request does not spell the path of its servlet as it is mapped. Spring Security parses the path
 * before its firewall looks at it, and throws there: a 500 with a stack trace for any client.
 */
final class MappedPathFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH || isSpelledAsMapped(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isSpelledAsMapped(HttpServletRequest request) {
        String asked = request.getRequestURI();
        String mapped = request.getContextPath() + request.getServletPath();
        return asked.startsWith(mapped) && (asked.length() == mapped.length() || asked.charAt(mapped.length()) == '/');
    }
}
