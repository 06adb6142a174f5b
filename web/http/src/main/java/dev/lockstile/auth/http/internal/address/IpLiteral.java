package dev.lockstile.auth.http.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses written in digits. A name is never resolved: a header must not cause a network call. */
public final class IpLiteral {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}|[0-9A-Fa-f:]{2,30}:" + V4.pattern());
    private static final Pattern V4_WITH_PORT = Pattern.compile("(" + V4.pattern() + "):\\d{1,5}");
    private static final Pattern V6_WITH_PORT = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})](?::\\d{1,5})?");

    private IpLiteral() {}

    /** The address; an IPv4 address inside IPv6 becomes the IPv4 address. */
    public static Optional<InetAddress> parse(@Nullable String text) {
        if (text == null || text.length() > 45) {
            return Optional.empty();
        }
        if (V4.matcher(text).matches()) {
            return literal(text);
        }
        // In brackets the JDK takes it for IPv6 or fails, and asks no name server.
        return text.indexOf(':') >= 0 && V6.matcher(text).matches() ? literal("[" + text + "]") : Optional.empty();
    }

    /** The address, with or without a port behind it; IPv6 with a port stands in brackets (RFC 3986 3.2.2). */
    public static Optional<InetAddress> parseWithPort(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        Matcher v4 = V4_WITH_PORT.matcher(text);
        Matcher v6 = V6_WITH_PORT.matcher(text);
        if (v4.matches()) {
            return parse(v4.group(1));
        }
        return parse(v6.matches() ? v6.group(1) : text);
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            // Digits and colons, but no address: ::1::
            return Optional.empty();
        }
    }
}
