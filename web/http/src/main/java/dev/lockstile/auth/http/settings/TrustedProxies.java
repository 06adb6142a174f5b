package dev.lockstile.auth.http.settings;

import dev.lockstile.auth.http.internal.address.AddressRange;
import dev.lockstile.auth.http.internal.address.IpLiteral;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the client's IP address from the part of {@code X-Forwarded-For} that trusted proxies wrote: the first
 * address from the right that is not a trusted proxy. Values that a client adds are further left and not used (ASVS
 * 15.3.4). The header is ignored unless the connection comes from a trusted proxy.
 */
public final class TrustedProxies implements ClientAddress {

    private static final int MAX_HOPS = 32;

    private final List<AddressRange> proxies;

    private TrustedProxies(List<AddressRange> proxies) {
        this.proxies = proxies;
    }

    /**
     * {@return the client's address by the header of these proxies}
     *
     * @param proxies addresses or ranges such as {@code 10.0.0.0/8} or {@code ::1}; names are not resolved
     * @throws IllegalArgumentException for a text that is neither an address nor a range
     */
    public static TrustedProxies of(String... proxies) {
        return new TrustedProxies(
                List.of(proxies).stream().map(AddressRange::parse).toList());
    }

    @Override
    public @Nullable String of(HttpServletRequest request) {
        String connection = ClientAddress.ofConnection().of(request);
        Optional<InetAddress> near = IpLiteral.parse(connection);
        if (near.isEmpty() || !isTrusted(near.get())) {
            return connection;
        }
        return furthest(near.get(), hops(request)).getHostAddress();
    }

    /** Walks away from us until a hop is not ours, or is no address: then the proxy that wrote it is all we know. */
    private InetAddress furthest(InetAddress near, List<String> hops) {
        InetAddress known = near;
        int stop = Math.max(0, hops.size() - MAX_HOPS);
        for (int i = hops.size() - 1; i >= stop; i--) {
            Optional<InetAddress> hop = IpLiteral.parseWithPort(hops.get(i).strip());
            if (hop.isEmpty()) {
                return known;
            }
            known = hop.get();
            if (!isTrusted(known)) {
                return known;
            }
        }
        return known;
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    private static List<String> hops(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            hops.addAll(List.of(line.split(",", -1)));
        }
        return hops;
    }
}
