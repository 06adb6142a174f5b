package dev.lockstile.auth.internal.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a client's address counts: all of IPv4, the first 64 bits of IPv6, since a line has all of the rest. Nothing
 * is looked up by name.
 */
final class ClientNetwork {

    /** All whose address the host does not know. */
    static final String UNKNOWN = "unknown";

    private static final int V4_DIGITS = 3;
    private static final int V4_DOTS = 3;
    private static final Pattern V6 = Pattern.compile("[0-9a-f:]*:[0-9a-f:.]*");
    private static final int NETWORK_BYTES = 8;
    private static final int LINES_OF_56 = 4;
    private static final int LINES_OF_48 = 16;

    private ClientNetwork() {}

    static String of(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return UNKNOWN;
        }
        String text = bare(address.strip().toLowerCase(Locale.ROOT));
        return isV4(text) || V6.matcher(text).matches() ? network(text) : text;
    }

    /** Four numbers of one to three digits, with a dot between each two. */
    private static boolean isV4(String text) {
        int dots = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && digits > 0) {
                dots++;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < V4_DIGITS) {
                digits++;
            } else {
                return false;
            }
        }
        return dots == V4_DOTS && digits > 0;
    }

    /**
     * The networks around that of a client, since a site has many lines: /56 and /48 of IPv6 (RFC 6177), of which many
     * clients at once may be; none of IPv4, where one address is many clients as it is.
     */
    static List<Wide> wide(@Nullable String address) {
        return around(of(address));
    }

    /** The same for what {@link #of} says of an address. */
    static List<Wide> around(String network) {
        boolean line = network.length() == 2 * NETWORK_BYTES && isHex(network);
        return line
                ? List.of(
                        new Wide(network.substring(0, 14) + "/56", LINES_OF_56),
                        new Wide(network.substring(0, 12) + "/48", LINES_OF_48))
                : List.of();
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /**
     * A network around a line.
     *
     * @param factor how many times the permits of one line it has
     */
    record Wide(String network, int factor) {}

    /** Without brackets and zone. */
    private static String bare(String text) {
        String open = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = open.indexOf('%');
        return zone < 0 ? open : open.substring(0, zone);
    }

    /** An IPv4 address in IPv6 dress is an IPv4 address. */
    private static String network(String literal) {
        try {
            byte[] bytes = InetAddress.getByName(literal).getAddress();
            return HexFormat.of().formatHex(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (UnknownHostException e) {
            return literal; // looks like an address and is none: the host's own word for the client
        }
    }
}
