package dev.lockstile.auth.spring.internal.http;

import dev.lockstile.auth.http.settings.ClientAddress;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Determines the client address by the request that Spring's {@link ForwardedHeaderFilter} got. The filter takes the
 * leftmost address of the header, which a client writes itself wherever a proxy appends to what it got.
 */
final class BelowForwardedHeaders implements ClientAddress {

    private final ClientAddress address;

    BelowForwardedHeaders(ClientAddress address) {
        this.address = address;
    }

    @Override
    public @Nullable String of(HttpServletRequest request) {
        ServletRequest at = request;
        HttpServletRequest below = request;
        while (at instanceof HttpServletRequestWrapper wrapper) {
            at = wrapper.getRequest();
            if (wrapper.getClass().getEnclosingClass() == ForwardedHeaderFilter.class
                    && at instanceof HttpServletRequest inner) {
                below = inner;
            }
        }
        return address.of(below);
    }
}
