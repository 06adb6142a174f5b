package dev.lockstile.auth.spring.internal.security;

import dev.lockstile.auth.AuthSetupException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * The paths of the application that only signed-in callers reach. Compares what the container maps, decoded, without
 * regard to case and to a slash at the end.
 */
final class ProtectedPaths {

    private static final PathContainer.Options DECODED = PathContainer.Options.create('/', false);

    /** Spellings that containers, controllers and files read differently. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "[;\\\\\\x00-\\x1F\\x7F]|//|%(?:2f|5c|25|3b|2e|[01][0-9a-f]|7f)|/\\.{1,2}(?:/|$)",
            Pattern.CASE_INSENSITIVE);

    private final List<PathPattern> patterns;

    /** @throws AuthSetupException when one of them matches no path */
    ProtectedPaths(List<String> patterns) {
        PathPatternParser parser = new PathPatternParser();
        parser.setPathOptions(DECODED);
        parser.setCaseSensitive(false);
        this.patterns = patterns.stream().map(text -> parsed(parser, text)).toList();
    }

    private static PathPattern parsed(PathPatternParser parser, String text) {
        try {
            if (text.startsWith("/")
                    && text.indexOf('%') < 0
                    && !AMBIGUOUS.matcher(text).find()) {
                return parser.parse(text);
            }
        } catch (PatternParseException e) {
            throw new AuthSetupException(List.of(
                    "protected-path-unusable: \"" + text + "\" in lockstile.http.protected-paths: " + e.getMessage()));
        }
        throw new AuthSetupException(List.of("protected-path-unusable: \"" + text
                + "\" in lockstile.http.protected-paths matches no path: patterns begin with / and are not encoded"));
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** True when the path has one reading only; of other paths a container and a controller may think differently. */
    static boolean isCanonical(HttpServletRequest request) {
        String raw = request.getRequestURI();
        return raw.startsWith("/") && !AMBIGUOUS.matcher(raw).find();
    }

    boolean contain(HttpServletRequest request) {
        String path = DispatchTarget.of(request).path();
        return matches(path) || (path.endsWith("/") && matches(path.substring(0, path.length() - 1)));
    }

    private boolean matches(String path) {
        PathContainer parsed = PathContainer.parsePath(path, DECODED);
        return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
    }
}
