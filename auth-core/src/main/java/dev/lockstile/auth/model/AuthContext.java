package dev.lockstile.auth.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a session's owner was authenticated. A refresh and a switch of the profile copy it; nothing but a proof raises it.
 *
 * @param assurance how surely, the {@code acr}
 * @param methods by which means, the {@code amr} (RFC 8176); sorted, each once, at most 60 characters together
 */
public record AuthContext(Assurance assurance, List<String> methods) {

    /** Nothing is known: one factor, of a session from before this was written down or of another system. */
    public static final AuthContext UNKNOWN = new AuthContext(Assurance.AAL1, List.of());

    private static final int LONGEST = 60;
    private static final String MULTI_FACTOR = "mfa";

    public AuthContext {
        methods = methods.stream().sorted().distinct().toList();
        if (String.join(" ", methods).length() > LONGEST) {
            throw new IllegalArgumentException("the methods take at most 60 characters");
        }
    }

    /** One factor, shown by these means. */
    public static AuthContext single(List<String> methods) {
        return new AuthContext(Assurance.AAL1, methods);
    }

    /** The same with a second factor, shown by these means. */
    public AuthContext with(List<String> second) {
        return new AuthContext(
                Assurance.AAL2,
                Stream.of(methods.stream(), second.stream(), Stream.of(MULTI_FACTOR))
                        .flatMap(all -> all)
                        .toList());
    }

    /** The same one factor, in a browser that is trusted. */
    public AuthContext inTrustedBrowser() {
        return new AuthContext(Assurance.AAL1_TRUSTED_BROWSER, methods);
    }

    /** The methods as one text, separated by spaces; null when there is none. */
    public @Nullable String methodText() {
        return methods.isEmpty() ? null : String.join(" ", methods);
    }

    /** What the two columns of a session say. */
    public static AuthContext read(@Nullable String methods, @Nullable String assurance) {
        List<String> words = Arrays.stream(
                        Objects.requireNonNullElse(methods, "").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return new AuthContext(Assurance.of(assurance), words);
    }
}
