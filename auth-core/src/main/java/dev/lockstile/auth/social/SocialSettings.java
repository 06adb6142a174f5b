package dev.lockstile.auth.social;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Settings of sign-in with other sites, for {@code AuthBuilder.social}.
 *
 * @param providers the sites, in the order in which pages show them
 * @param signUp true where a first sign-in opens an account
 * @param idTokenWithoutNonce true where native clients may send an ID token without a nonce
 * @param returnOrigins origins to which browsers may be redirected afterwards, each as {@code https://host} or
 *     {@code https://host:port}
 */
public record SocialSettings(
        List<SocialProvider> providers, boolean signUp, boolean idTokenWithoutNonce, List<String> returnOrigins) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?");

    /**
     * Copies the lists, and checks names and origins.
     *
     * @param providers the sites, in the order in which pages show them
     * @param signUp true where a first sign-in opens an account
     * @param idTokenWithoutNonce true where native clients may send an ID token without a nonce
     * @param returnOrigins origins to which browsers may be redirected afterwards, each as {@code https://host} or
     *     {@code https://host:port}
     * @throws IllegalArgumentException for an invalid or repeated name, and for an invalid origin
     */
    public SocialSettings {
        providers = List.copyOf(providers);
        returnOrigins = List.copyOf(returnOrigins);
        Set<String> names = new HashSet<>();
        for (SocialProvider provider : providers) {
            requireName(provider.name());
            if (!names.add(provider.name())) {
                throw new IllegalArgumentException("two providers have the name " + provider.name());
            }
        }
        returnOrigins.forEach(SocialSettings::requireOrigin);
    }

    /**
     * {@return settings in which existing accounts can sign in with these sites, which open no accounts}
     *
     * @param providers the sites, in the order in which pages show them
     */
    public static SocialSettings of(SocialProvider... providers) {
        return new SocialSettings(List.of(providers), false, false, List.of());
    }

    /**
     * Opens an account at the first sign-in, for an address that an authoritative provider has verified and no account
     * has verified.
     *
     * @return a copy in which a first sign-in opens an account
     */
    public SocialSettings allowSignUp() {
        return new SocialSettings(providers, true, idTokenWithoutNonce, returnOrigins);
    }

    /**
     * Accepts ID tokens without a nonce, each once and within five minutes after it was issued. For clients whose SDK
     * cannot send a nonce; an attacker who steals a token within that time can sign in.
     *
     * @return a copy that accepts ID tokens without a nonce
     */
    public SocialSettings allowIdTokenWithoutNonce() {
        return new SocialSettings(providers, signUp, true, returnOrigins);
    }

    /**
     * Allows redirects back to addresses of these origins only; the default target is the root of the first one.
     *
     * @param origins each as {@code https://host} or {@code https://host:port}
     * @return a copy with these origins
     */
    public SocialSettings returningTo(String... origins) {
        return new SocialSettings(providers, signUp, idTokenWithoutNonce, List.of(origins));
    }

    /**
     * {@return the provider of that name; empty when there is none}
     *
     * @param name the host's name of the provider
     */
    public Optional<SocialProvider> provider(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    /** {@return the names of the providers} */
    public Set<String> names() {
        return providers.stream().map(SocialProvider::name).collect(Collectors.toUnmodifiableSet());
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a provider's name has 1 to 30 of a-z, 0-9 and -, and begins and ends with"
                            + " a letter or digit: \"" + name + "\"");
        }
    }

    private static void requireOrigin(String text) {
        try {
            URI origin = new URI(text);
            String scheme = String.valueOf(origin.getScheme());
            boolean plain = (scheme.equals("https") || scheme.equals("http"))
                    && origin.getHost() != null
                    && text.equals(text.toLowerCase(Locale.ROOT))
                    && text.equals(scheme + "://" + origin.getRawAuthority())
                    && origin.getRawUserInfo() == null;
            if (!plain) {
                throw new IllegalArgumentException("an origin is https://host or https://host:port: " + text);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an origin is https://host or https://host:port: " + text, e);
        }
    }
}
