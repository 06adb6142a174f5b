package dev.lockstile.auth.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a session's owner was authenticated. A refresh and a switch of the profile copy it; nothing but a proof
 * raises it.
 *
 * @param assurance how surely, the {@code acr}
 * @param methods by which means, the {@code amr} (RFC 8176); sorted, each once, at most 60 characters together
 * @param provider the name of the other site that vouched for the person, the {@code idp}; null for none
 */
public record AuthContext(
        Assurance assurance, List<String> methods, @Nullable String provider) {

    /** Nothing is known: one factor, of a session from before this was written down or of another system. */
    public static final AuthContext UNKNOWN = new AuthContext(Assurance.AAL1, List.of());

    private static final int LONGEST = 60;
    private static final String MULTI_FACTOR = "mfa";
    private static final String PROVIDER = "idp:";
    private static final String ACTOR = "actor";

    /** Nothing was shown by the owner: staff act for the account. */
    public static final AuthContext OF_ACTOR = new AuthContext(Assurance.AAL1, List.of(ACTOR));

    /**
     * Sorts the methods and takes each once.
     *
     * @param assurance how surely, the {@code acr}
     * @param methods by which means, the {@code amr} (RFC 8176); sorted, each once, at most 60 characters together
     * @param provider the name of the other site that vouched for the person, the {@code idp}; null for none
     * @throws IllegalArgumentException when methods and provider take more than 60 characters
     */
    public AuthContext {
        methods = methods.size() < 2
                ? List.copyOf(methods)
                : methods.stream().sorted().distinct().toList();
        if (textLength(methods, provider) > LONGEST) {
            throw new IllegalArgumentException("the methods take at most 60 characters");
        }
    }

    /**
     * Without another site.
     *
     * @param assurance how surely, the {@code acr}
     * @param methods by which means, the {@code amr} (RFC 8176); sorted, each once, at most 60 characters together
     */
    public AuthContext(Assurance assurance, List<String> methods) {
        this(assurance, methods, null);
    }

    /**
     * {@return one factor of another site, which vouched for the person: no means of ours}
     *
     * @param provider the name the host gave the site
     */
    public static AuthContext federated(String provider) {
        return new AuthContext(Assurance.AAL1, List.of(), provider);
    }

    /**
     * {@return one factor, shown by these means}
     *
     * @param methods words of RFC 8176, such as {@code pwd}
     */
    public static AuthContext single(List<String> methods) {
        return new AuthContext(Assurance.AAL1, methods);
    }

    /** {@return true for a session in which staff act for its owner} */
    public boolean isOfActor() {
        return methods.contains(ACTOR);
    }

    /**
     * {@return a copy with a second factor, shown by these means}
     *
     * @param second words of RFC 8176, such as {@code otp}
     */
    public AuthContext with(List<String> second) {
        return new AuthContext(
                Assurance.AAL2,
                Stream.of(methods.stream(), second.stream(), Stream.of(MULTI_FACTOR))
                        .flatMap(all -> all)
                        .toList(),
                provider);
    }

    /** {@return the same one factor, in a browser that is trusted} */
    public AuthContext inTrustedBrowser() {
        return new AuthContext(Assurance.AAL1_TRUSTED_BROWSER, methods, provider);
    }

    /** {@return the methods, and the other site, as one text, separated by spaces; null when there is none} */
    public @Nullable String methodText() {
        List<String> words = words(methods, provider);
        return words.isEmpty() ? null : String.join(" ", words);
    }

    /** How many characters {@link #methodText()} has; for none, none or less. */
    private static int textLength(List<String> methods, @Nullable String provider) {
        int length = provider == null ? -1 : PROVIDER.length() + provider.length();
        for (String method : methods) {
            length += 1 + method.length();
        }
        return length;
    }

    private static List<String> words(List<String> methods, @Nullable String provider) {
        return provider == null
                ? methods
                : Stream.concat(Stream.of(PROVIDER + provider), methods.stream())
                        .toList();
    }

    /**
     * {@return what the two columns of a session say}
     *
     * @param methods as {@link #methodText()} gives it; null for none
     * @param assurance as {@link Assurance#stored()} gives it; null for one factor
     */
    public static AuthContext read(@Nullable String methods, @Nullable String assurance) {
        List<String> means = new ArrayList<>();
        String provider = null;
        for (String word : Objects.requireNonNullElse(methods, "").split(" ")) {
            if (!word.startsWith(PROVIDER)) {
                means.add(word);
            } else if (provider == null) {
                provider = word.substring(PROVIDER.length());
            }
        }
        means.removeIf(String::isEmpty);
        return new AuthContext(Assurance.of(assurance), means, provider);
    }

    /** How surely a session's owner was authenticated (NIST SP 800-63B-4, authentication assurance levels). */
    public enum Assurance {
        /** One factor. */
        AAL1("aal1", "aal1"),
        /**
         * One factor, in a browser that had shown the second one before and was trusted since. Nothing more than one
         * factor.
         */
        AAL1_TRUSTED_BROWSER("aal1", "aal1-kept"),
        /** Two factors. */
        AAL2("aal2", "aal2");

        private final String claim;
        private final String stored;

        Assurance(String claim, String stored) {
            this.claim = claim;
            this.stored = stored;
        }

        /** {@return the word of the claim {@code acr} of an access token} */
        public String claim() {
            return claim;
        }

        /** {@return the word in the column {@code acr} of a session} */
        public String stored() {
            return stored;
        }

        /**
         * {@return what a column says; one factor for everything else, so that no unknown text raises anything}
         *
         * @param text as {@link #stored()} gives it; null for none
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
