package dev.lockstile.auth.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The style sheet and the scripts of the pages, by a list of names, so that no path leads elsewhere.
 *
 * @param style whose tokens follow our style sheet
 * @param passkeys whether there is the script of passkeys
 */
record Assets(PageStyle style, boolean passkeys) {

    private static final String FOLDER = "/assets/";
    private static final Pattern COMMENT = Pattern.compile("\\s*(?://.*|/\\*+[^*]*\\*/\\s*)");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");
    private static final Pattern BLANKS = Pattern.compile("(?:(?<=\\{)|\\s*([;}]))\\s*");
    private static final Pattern COLON = Pattern.compile("([a-z-]): ");
    private static final Pattern BETWEEN = Pattern.compile(" ([{>]) ?|(,) |;(?=})");

    /** Ends of lines where no statement can end. */
    private static final Pattern LINES = Pattern.compile("\\n(?=[}.])|(?<=[{,])\\n|(?<!strict';)(?<=;)\\n");

    /** What is in quotation marks or a pattern stays; other signs need no blank beside them, and comments go. */
    private static final Pattern SIGNS =
            Pattern.compile("(\"[^\"\\n]*\"|'[^'\\n]*'|`[^`]*`|/(?![ /])(?:\\\\.|\\[[^\\]\\n]*\\]|[^/\\\\\\n])+/)"
                    + "| ?([=&|?:,;{}()<>!]+) ?| *//[^\\n]*");

    private static final String SHEET = "pages.css";
    private static final String PASSKEYS = "passkeys.js";
    private static final String CSS = "text/css;charset=utf-8";
    private static final String IMAGE = "image/svg+xml";
    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final Map<String, String> TYPES = types(
            SHEET,
            CSS,
            "admin.css",
            CSS,
            "figures.css",
            CSS,
            "pages.js",
            SCRIPT,
            "admin.js",
            SCRIPT,
            "api.js",
            SCRIPT,
            "zones.js",
            SCRIPT,
            PASSKEYS,
            SCRIPT,
            "icon.svg",
            IMAGE,
            "eye.svg",
            IMAGE,
            "eye-off.svg",
            IMAGE);

    /** @param pairs each a name and its type */
    private static Map<String, String> types(String... pairs) {
        Map<String, String> types = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            types.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(types);
    }

    /** The files as they are sent; those of the jar do not change. */
    private static final Map<String, byte[]> COMPACT = new ConcurrentHashMap<>();

    boolean has(String path) {
        String name = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "";
        return TYPES.containsKey(name) && (passkeys || !name.equals(PASSKEYS));
    }

    void write(String path, HttpServletResponse response) throws IOException {
        String name = path.substring(FOLDER.length());
        byte[] tokens = (name.equals(SHEET) ? StyleTokens.sheet(style.tokens()) : "").getBytes(StandardCharsets.UTF_8);
        byte[] body = COMPACT.computeIfAbsent(name, Assets::compact);
        response.setContentType(TYPES.get(name));
        response.setContentLength(body.length + tokens.length);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.getOutputStream().write(body);
        response.getOutputStream().write(tokens);
    }

    /** A page that shows a QR symbol loads no more than 40 kB: blanks that mean nothing stay in the jar. */
    private static byte[] compact(String name) {
        String file = withoutComments(OwnFiles.text(name));
        String type = TYPES.getOrDefault(name, "");
        String flat = type.equals(IMAGE) ? file : INDENT.matcher(file).replaceAll("");
        String sent = switch (type) {
            case CSS -> sheet(flat);
            case SCRIPT -> LINES.matcher(SIGNS.matcher(flat).replaceAll("$1$2")).replaceAll("");
            default -> flat;
        };
        return sent.getBytes(StandardCharsets.UTF_8);
    }

    private static String sheet(String flat) {
        String rules = COLON.matcher(BLANKS.matcher(flat).replaceAll("$1")).replaceAll("$1:");
        return BETWEEN.matcher(rules).replaceAll("$1$2");
    }

    /** Lines that are a comment and nothing else stay in the jar. */
    private static String withoutComments(String file) {
        return file.lines()
                .filter(line -> !COMMENT.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
