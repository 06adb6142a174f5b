package dev.lockstile.auth.spring.internal.development;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lets only this machine in, and no client through a proxy on it: the development inbox shows codes. */
final class LoopbackFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A page elsewhere whose name was made to point here comes under that name, and stays out. */
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /**
     * What proxies add: behind one on this machine every connection comes from here, whatever client is at the other
     * end.
     */
    private static final Set<String> FORWARDED = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-remote-ip",
            "x-remote-addr",
            "x-originating-ip",
            "x-proxyuser-ip",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "cf-ray",
            "cdn-loop",
            "fastly-client-ip",
            "x-azure-clientip",
            "x-envoy-external-address",
            "x-scheme",
            "x-request-start",
            "x-amzn-trace-id",
            "proxy-connection");

    private static final List<String> PREFIXES = List.of("x-forwarded", "x-original-", "x-envoy-", "x-arr-");

    /** Tomcat's mark of a request whose address its RemoteIpValve has taken from a header. */
    private static final String REWRITTEN = "org.apache.tomcat.request.forwarded";

    private final boolean served;

    /** Not served: every request finds nothing. */
    LoopbackFilter(boolean served) {
        this.served = served;
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> FORWARDED.contains(name) || PREFIXES.stream().anyMatch(name::startsWith));
    }

    /** As the server has it, whatever filters before this one say. */
    private static HttpServletRequest received(HttpServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner instanceof HttpServletRequest received ? received : request;
    }

    private static boolean isNear(HttpServletRequest request) throws IOException {
        // the address of the connection is a literal: nothing is looked up
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getAttribute(REWRITTEN) == null
                && NAMES.contains(request.getServerName());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest received = received(request);
        if (served && isNear(received) && !isForwarded(received)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
