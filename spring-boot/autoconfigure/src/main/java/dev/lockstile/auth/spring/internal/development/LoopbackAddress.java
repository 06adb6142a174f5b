package dev.lockstile.auth.spring.internal.development;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether an address of the application leads to the machine of its caller. Nothing is looked up. */
final class LoopbackAddress {

    private static final Pattern HOST =
            Pattern.compile("localhost|.+\\.localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private LoopbackAddress() {}

    static boolean is(String address) {
        try {
            String host = new URI(address.strip()).getHost();
            return host != null && HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
        } catch (URISyntaxException e) {
            return false; // the start tells what is wrong with it
        }
    }
}
