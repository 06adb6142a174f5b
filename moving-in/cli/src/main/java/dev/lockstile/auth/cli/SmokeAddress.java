package dev.lockstile.auth.cli;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the endpoints of a running application are mounted. Passwords and tokens go there, so the address is https, or
 * this machine's own; no name is resolved to tell.
 */
record SmokeAddress(URI endpoints) {

    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

    private static final String MOUNTED = "/auth";

    /**
     * @param option names the option, for refusals
     * @throws IllegalArgumentException for an address that is neither https nor this machine's
     */
    static SmokeAddress of(String option, String text) {
        URI given = parsed(option, text);
        String path = given.getRawPath() == null ? "" : given.getRawPath().replaceAll("/+$", "");
        return new SmokeAddress(
                URI.create(given.getScheme() + "://" + given.getRawAuthority() + (path.isEmpty() ? MOUNTED : path)));
    }

    /** An address as it is, such as that of the development inbox. */
    static URI parsed(String option, String text) {
        URI given;
        try {
            given = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " is no address: write https://HOST or https://HOST/PATH");
        }
        String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = (scheme.equals("https") || scheme.equals("http")) && given.getHost() != null;
        if (!web || given.getRawUserInfo() != null || given.getRawQuery() != null || given.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    option
                            + " is no address of endpoints: write https://HOST or https://HOST/PATH, without user, query or fragment");
        }
        if (scheme.equals("http") && !isLoopback(given)) {
            throw new IllegalArgumentException(option
                    + " must be https: passwords and tokens go there. http is for this machine alone (localhost)");
        }
        return given;
    }

    static boolean isLoopback(URI address) {
        return LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** Where the development inbox of the quickstart and of the starter is. */
    URI inbox() {
        return URI.create(endpoints.getScheme() + "://" + endpoints.getRawAuthority() + "/dev/messages");
    }

    boolean isLoopback() {
        return isLoopback(endpoints);
    }
}
