package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FieldProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of an address. It is read here and not by the container, whose answer to a malformed one is its own.
 *
 * @param raw as it came
 */
public record Query(@Nullable String raw) {

    private static final int LONGEST = 4096;

    /** The kind of client that asks. */
    public ClientKind client() {
        return switch (value("client")) {
            case "web" -> ClientKind.WEB;
            case "mobile" -> ClientKind.MOBILE;
            case "" -> throw refusal("client", "required");
            default -> throw refusal("client", "unknown_choice");
        };
    }

    /** The one value of that name; null when it is missing, empty, too long or holds control characters. */
    public @Nullable String optional(String name) {
        return optional(name, LONGEST);
    }

    /** The same with a limit of its own. */
    public @Nullable String optional(String name, int longest) {
        String value = value(name);
        boolean plain =
                !value.isEmpty() && value.length() <= longest && value.chars().noneMatch(Character::isISOControl);
        return plain ? value : null;
    }

    private String value(String name) {
        List<String> values = Stream.of((raw == null ? "" : raw).split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> decoded(name, part.substring(name.length() + 1)))
                .toList();
        if (values.size() > 1) {
            throw refusal(name, "ambiguous");
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String decoded(String name, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refusal(name, "invalid");
        }
    }

    private static InvalidInputException refusal(String name, String code) {
        return new InvalidInputException(List.of(FieldProblem.of(name, code)));
    }
}
