package dev.lockstile.examples.quickstart;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;

/** Lets only this machine in: the development inbox shows codes. */
final class LoopbackFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A page elsewhere whose name was made to point here comes under that name, and stays out. */
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // the address of the connection is a literal: nothing is looked up
        boolean near = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        if (near && NAMES.contains(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
