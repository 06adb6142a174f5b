package dev.lockstile.auth.spring.internal.caller;

import dev.lockstile.auth.http.RequestAuthenticator.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page, for a browser that opens a page of the application without a session. The page goes back to where
 * the browser was, and checks that address itself.
 */
public final class SignInPage {

    /** The name of the servlet of the pages. */
    public static final String SERVLET = "lockstile-pages";

    /** A path of this site, of whatever a header said of its beginning. */
    private static final Pattern CONTEXT = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");

    /** What the sign-in page takes in a query as it stands. */
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9=&%._~+*-]+");

    private static final int LONGEST = 600;

    private SignInPage() {}

    /** True when a browser opens a page: no script, no file of a page, and no client with a token. */
    public static boolean isForPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getDispatcherType() == DispatcherType.REQUEST
                && accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html")
                && isOrAbsent("navigate", request.getHeader("Sec-Fetch-Mode"))
                && request.getHeader("Authorization") == null
                && request.getHeader("X-Requested-With") == null;
    }

    private static boolean isOrAbsent(String expected, @Nullable String header) {
        return header == null || header.equals(expected);
    }

    /** Leads the browser there; false where the refusal is the answer. */
    static boolean lead(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        boolean signedOut = refusal == Refusal.NOT_AUTHENTICATED || refusal == Refusal.INVALID_TOKEN;
        Optional<String> address = signedOut && isForPage(request) ? address(request) : Optional.empty();
        if (address.isEmpty()) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Location", address.get());
        return true;
    }

    /** Absent where the server of the request has no pages, as that of the actuator. */
    private static Optional<String> address(HttpServletRequest request) {
        ServletRegistration pages = request.getServletContext().getServletRegistration(SERVLET);
        String context = request.getContextPath();
        if (pages == null
                || pages.getMappings().isEmpty()
                || !CONTEXT.matcher(context).matches()) {
            return Optional.empty();
        }
        String mapping = pages.getMappings().iterator().next();
        String path = mapping.substring(0, mapping.length() - "/*".length());
        return Optional.of(context + path + "/sign-in" + here(request));
    }

    /** Empty for an address that is too long for the page. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + encoded(query));
        return here.length() > LONGEST
                ? ""
                : "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /** The same query in letters that the sign-in page takes. */
    private static String encoded(String query) {
        return OTHER.matcher(query).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
    }
}
