package dev.lockstile.auth.passkey;

import dev.lockstile.auth.factor.PasskeyVerifier.RelyingParty;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a site's domain and origins; a browser would refuse it at the first passkey. */
final class SiteProblems {

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LAST_LABEL = Pattern.compile(".*[a-z][a-z0-9-]*");
    private static final Pattern ANDROID = Pattern.compile("android:apk-key-hash:[A-Za-z0-9_-]{43}");
    private static final int LONGEST = 253;

    private SiteProblems() {}

    static List<String> of(RelyingParty party, Set<String> origins) {
        List<String> problems = new ArrayList<>();
        if (!isDomain(party.id())) {
            problems.add("passkey-rp-id-bad: " + party.id()
                    + " is no domain in lower case, without scheme and port, such" + " as acme.example");
        }
        if (party.name().isBlank()) {
            problems.add("passkey-rp-name-missing: give the name that people see when they make a passkey");
        }
        if (origins.isEmpty()) {
            problems.add("passkey-origin-missing: give the origins whose pages may ask, such as https://" + party.id());
        }
        origins.stream()
                .sorted()
                .filter(origin -> !isOrigin(origin, party.id()))
                .forEach(origin -> problems.add("passkey-origin-bad: " + origin + " is no origin of " + party.id()
                        + ": https://, the domain or one below it, a port unless it is 443, and nothing behind it"));
        return problems;
    }

    /** An address is no domain: its last part is a number. */
    private static boolean isDomain(String id) {
        String last = id.substring(id.lastIndexOf('.') + 1);
        return id.length() <= LONGEST
                && DOMAIN.matcher(id).matches()
                && LAST_LABEL.matcher(last).matches();
    }

    private static boolean isOrigin(String origin, String domain) {
        if (ANDROID.matcher(origin).matches()) {
            return true;
        }
        try {
            URI uri = new URI(origin);
            String host = uri.getHost();
            return host != null
                    && (host.equals(domain) || host.endsWith("." + domain))
                    && isScheme(uri.getScheme(), host)
                    && origin.equals(uri.getScheme() + "://" + host + port(uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isScheme(String scheme, String host) {
        boolean here = host.equals("localhost") || host.endsWith(".localhost");
        return scheme.equals("https") || here && scheme.equals("http");
    }

    /** A browser leaves the port of the scheme out. */
    private static String port(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    }
}
