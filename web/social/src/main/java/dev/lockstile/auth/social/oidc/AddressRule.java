package dev.lockstile.auth.social.oidc;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses may be connected to: public ones (IANA special-purpose registries), so that no answer of a provider
 * makes this server call its own network (ASVS 15.3.2, SSRF).
 *
 * @param loopback also this machine, by plain http too
 * @param ownNetwork also RFC 1918, RFC 4193 and RFC 6598; link-local ones, where clouds keep credentials, never
 */
record AddressRule(boolean loopback, boolean ownNetwork) {

    private static final byte[] NAT64 = {0x00, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? allows6(bytes) : address instanceof Inet4Address && allows4(bytes);
    }

    private boolean allows4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean own = first == 10
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168
                || first == 100 && second >= 64 && second < 128;
        boolean special = first == 0
                || first == 127
                || first == 169 && second == 254
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113
                || first >= 224;
        return own ? ownNetwork : !special;
    }

    private boolean allows6(byte[] bytes) {
        if (startsWith(bytes, NAT64)) {
            return allows(embedded(bytes));
        }
        if ((bytes[0] & 0xfe) == 0xfc) {
            return ownNetwork;
        }
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8) || first == 0x2002 || first == 0x3fff;
        return global && !special;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static InetAddress embedded(byte[] bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
