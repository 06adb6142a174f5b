package dev.lockstile.auth.http.internal.address;

import java.net.InetAddress;

/** An address with the number of its leading bits that count (RFC 4632). */
public final class AddressRange {

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address. */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = IpLiteral.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("no address or range: " + text))
                .getAddress();
        int width = network.length * Byte.SIZE;
        return new AddressRange(network, slash < 0 ? width : prefix(text, slash, width));
    }

    /** True when the address is of the same kind and its leading bits are equal. */
    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((other[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int prefix(String text, int slash, int width) {
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > width) {
            throw new IllegalArgumentException("no address or range: " + text);
        }
        return Integer.parseInt(digits);
    }
}
