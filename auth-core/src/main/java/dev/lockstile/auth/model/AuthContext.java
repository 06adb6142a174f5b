package dev.lockstile.auth.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the user of a session authenticated. A refresh and a change of profile copy it; only a further proof raises it.
 *
 * @param assurance the authentication assurance level, the claim {@code acr}
 * @param methods the authentication methods, the claim {@code amr} (RFC 8176); sorted and distinct, with the provider
 *     at most 60 characters as one text
 * @param provider the host's name of the site that vouched for the user, the claim {@code idp}; null for none
 */
public record AuthContext(
        Assurance assurance, List<String> methods, @Nullable String provider) {

    /** One factor by unknown methods, as in sessions of another system. */
    public static final AuthContext UNKNOWN = new AuthContext(Assurance.AAL1, List.of());

    private static final int MAX_LENGTH = 60;
    private static final String MULTI_FACTOR = "mfa";
    private static final String PROVIDER_PREFIX = "idp:";
    private static final String ACTOR = "actor";

    /** A session in which staff act for the user, who has shown no factor. */
    public static final AuthContext OF_ACTOR = new AuthContext(Assurance.AAL1, List.of(ACTOR));

    /**
     * Sorts the methods and removes duplicates.
     *
     * @param assurance the authentication assurance level, the claim {@code acr}
     * @param methods the authentication methods, the claim {@code amr} (RFC 8176)
     * @param provider the host's name of the site that vouched for the user, the claim {@code idp}; null for none
     * @throws IllegalArgumentException when methods and provider have more than 60 characters as one text
     */
    public AuthContext {
        methods = methods.size() < 2
                ? List.copyOf(methods)
                : methods.stream().sorted().distinct().toList();
        if (textLength(methods, provider) > MAX_LENGTH) {
            throw new IllegalArgumentException("the methods take at most 60 characters");
        }
    }

    /**
     * Creates a context without another site.
     *
     * @param assurance the authentication assurance level, the claim {@code acr}
     * @param methods the authentication methods, the claim {@code amr} (RFC 8176)
     * @throws IllegalArgumentException when the methods have more than 60 characters as one text
     */
    public AuthContext(Assurance assurance, List<String> methods) {
        this(assurance, methods, null);
    }

    /**
     * {@return one factor, confirmed by another site, without a method of this library}
     *
     * @param provider the host's name of the site
     */
    public static AuthContext federated(String provider) {
        return new AuthContext(Assurance.AAL1, List.of(), provider);
    }

    /**
     * {@return one factor, shown by these methods}
     *
     * @param methods values of RFC 8176, such as {@code pwd}
     */
    public static AuthContext single(List<String> methods) {
        return new AuthContext(Assurance.AAL1, methods);
    }

    /** {@return true for a session in which staff act for the user} */
    public boolean isOfActor() {
        return methods.contains(ACTOR);
    }

    /**
     * {@return a copy with a second factor, shown by these methods}
     *
     * @param second values of RFC 8176, such as {@code otp}
     */
    public AuthContext with(List<String> second) {
        return new AuthContext(
                Assurance.AAL2,
                Stream.of(methods.stream(), second.stream(), Stream.of(MULTI_FACTOR))
                        .flatMap(all -> all)
                        .toList(),
                provider);
    }

    /** {@return a copy for a sign-in without the second factor in a trusted browser} */
    public AuthContext inTrustedBrowser() {
        return new AuthContext(Assurance.AAL1_TRUSTED_BROWSER, methods, provider);
    }

    /** {@return the provider and the methods as one text, separated by spaces; null when there is neither} */
    public @Nullable String methodText() {
        List<String> words = words(methods, provider);
        return words.isEmpty() ? null : String.join(" ", words);
    }

    /** Returns the length of {@link #methodText()}; 0 or less when there is no text. */
    private static int textLength(List<String> methods, @Nullable String provider) {
        int length = provider == null ? -1 : PROVIDER_PREFIX.length() + provider.length();
        for (String method : methods) {
            length += 1 + method.length();
        }
        return length;
    }

    private static List<String> words(List<String> methods, @Nullable String provider) {
        return provider == null
                ? methods
                : Stream.concat(Stream.of(PROVIDER_PREFIX + provider), methods.stream())
                        .toList();
    }

    /**
     * {@return the context in two columns of a session}
     *
     * @param methods as {@link #methodText()} returns it; null for none
     * @param assurance as {@link Assurance#stored()} returns it; null for one factor
     */
    public static AuthContext read(@Nullable String methods, @Nullable String assurance) {
        List<String> words = new ArrayList<>();
        String provider = null;
        for (String word : Objects.requireNonNullElse(methods, "").split(" ")) {
            if (!word.startsWith(PROVIDER_PREFIX)) {
                words.add(word);
            } else if (provider == null) {
                provider = word.substring(PROVIDER_PREFIX.length());
            }
        }
        words.removeIf(String::isEmpty);
        return new AuthContext(Assurance.of(assurance), words, provider);
    }

    /** The authentication assurance level of a session (NIST SP 800-63B-4). */
    public enum Assurance {
        /** One factor. */
        AAL1("aal1", "aal1"),
        /** One factor, in a trusted browser that has shown the second factor before. It counts as one factor. */
        AAL1_TRUSTED_BROWSER("aal1", "aal1-kept"),
        /** Two factors. */
        AAL2("aal2", "aal2");

        private final String claim;
        private final String stored;

        Assurance(String claim, String stored) {
            this.claim = claim;
            this.stored = stored;
        }

        /** {@return the value of the claim {@code acr} of an access token} */
        public String claim() {
            return claim;
        }

        /** {@return the value of the column {@code acr} of a session} */
        public String stored() {
            return stored;
        }

        /**
         * {@return the level in a column; {@link #AAL1} for an unknown text, so that it raises no session}
         *
         * @param text as {@link #stored()} returns it; null for one factor
         */
        public static Assurance of(@Nullable String text) {
            for (Assurance level : values()) {
                if (level.stored.equals(text)) {
                    return level;
                }
            }
            return AAL1;
        }
    }
}
