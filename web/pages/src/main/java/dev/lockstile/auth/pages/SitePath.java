package dev.lockstile.auth.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Paths of this site with their query. A path that a request names as the next page is followed only where {@link
 * #isOwn} accepts it: no other site and no other scheme (open redirects, CWE-601).
 */
final class SitePath {

    /** No other site, no other scheme: one slash, and a letter or digit behind it and behind each dot. */
    private static final Pattern OWN = Pattern.compile(
            "/(?:[A-Za-z0-9](?:[A-Za-z0-9/_-]|\\.(?=[A-Za-z0-9])){0,199})?" + "(?:\\?[A-Za-z0-9=&%._~+*-]{1,4800})?");

    /** Paths that a host names, without a query. */
    private static final Pattern PLAIN = Pattern.compile("/([A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?");

    /** What an address of ours says of what it shows; never a token or a secret. */
    static final List<String> SHOWN = List.of(
            "id",
            "tab",
            "account",
            "provider",
            "find",
            "status",
            "proven",
            "role",
            "joined_from",
            "joined_until",
            "seen_from",
            "seen_until",
            "sort",
            "col",
            "user",
            "actor",
            "kind",
            "from",
            "until",
            "after",
            "act",
            "select");

    private SitePath() {}

    static boolean isOwn(String path) {
        return OWN.matcher(path).matches();
    }

    /** The path with the named fields of the request behind it. */
    static String with(String path, Map<String, String> sent, List<String> names) {
        String query = query(sent, names);
        return query.isEmpty() ? path : path + "?" + query.substring(0, query.length() - 1);
    }

    /** Each of the named fields that was sent, with an ampersand behind it. */
    static String query(Map<String, String> sent, List<String> names) {
        return names.stream()
                .filter(name -> !sent.getOrDefault(name, "").isEmpty())
                .flatMap(name -> Stream.of(sent.getOrDefault(name, "").split("\n"))
                        .map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&"))
                .collect(Collectors.joining());
    }

    /** The path as the value of a field in a query. */
    static String value(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }

    /** @throws IllegalArgumentException for what is no path of this site */
    static String plain(String path) {
        if (!isPlain(path)) {
            throw new IllegalArgumentException("no path of this site, such as /orders: " + path);
        }
        return path;
    }
}
