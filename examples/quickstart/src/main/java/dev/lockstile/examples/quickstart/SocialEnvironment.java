package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.oidc.OAuthClient;
import dev.lockstile.auth.social.oidc.SocialProviders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenID providers that the environment names: {@code QUICKSTART_OIDC_<NAME>_ISSUER} and what belongs to it. The
 * provider's name is the one in the variable, in lower case, with dashes for underscores. Browsers come back to the
 * application's own callback unless the variable of redirect addresses says otherwise.
 */
final class SocialEnvironment {

    private static final String PREFIX = "QUICKSTART_OIDC_";
    private static final Pattern VARIABLE = Pattern.compile(PREFIX + "([A-Z0-9_]+?)_(ISSUER|CLIENT_ID|CLIENT_SECRET"
            + "|REDIRECT_URIS|EMAIL_AUTHORITATIVE|LINK_BY_EMAIL|EVENTS|BACKCHANNEL_LOGOUT|ALLOW_INSECURE_LOOPBACK)");

    private final Map<String, String> environment;

    SocialEnvironment(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Empty where no provider is named.
     *
     * @param origin where browsers reach the application, unless QUICKSTART_ORIGIN says otherwise
     * @throws IllegalArgumentException naming the variable that is missing or unknown
     */
    Optional<SocialSettings> settings(String origin) {
        TreeSet<String> names = new TreeSet<>();
        environment.keySet().stream().filter(key -> key.startsWith(PREFIX)).forEach(key -> names.add(name(key)));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String[] origins = list(environment.getOrDefault("QUICKSTART_ORIGIN", origin));
        SocialSettings settings = SocialSettings.of(
                        names.stream().map(name -> provider(name, origin)).toArray(SocialProvider[]::new))
                .returningTo(origins);
        boolean signUp = Boolean.parseBoolean(environment.getOrDefault("QUICKSTART_SOCIAL_SIGN_UP", "true"));
        return Optional.of(signUp ? settings.allowSignUp() : settings);
    }

    private SocialProvider provider(String name, String origin) {
        String known = name.toLowerCase(Locale.ROOT).replace('_', '-');
        String[] ids = list(required(name, "CLIENT_ID"));
        String[] named = list(environment.getOrDefault(PREFIX + name + "_REDIRECT_URIS", ""));
        String[] uris = named.length > 0 ? named : list(origin + "/auth/login/social/callback/" + known + "/");
        OAuthClient client = OAuthClient.of(ids[0], rest(ids)).redirectUris(uris[0], rest(uris));
        String secret = environment.get(PREFIX + name + "_CLIENT_SECRET");
        client = secret == null ? client : client.secret(Secret.of(secret));
        client = isOn(name, "EMAIL_AUTHORITATIVE") ? client.emailAuthoritative() : client;
        client = isOn(name, "LINK_BY_EMAIL") ? client.linkByEmail() : client;
        client = isOn(name, "EVENTS") ? client.receiveEvents() : client;
        client = isOn(name, "BACKCHANNEL_LOGOUT") ? client.receiveBackChannelLogout() : client;
        client = isOn(name, "ALLOW_INSECURE_LOOPBACK") ? client.allowInsecureLoopback() : client;
        return SocialProviders.openId(known, required(name, "ISSUER"), client);
    }

    private static String name(String variable) {
        Matcher matcher = VARIABLE.matcher(variable);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(variable + " is no variable of an OpenID provider");
        }
        return matcher.group(1);
    }

    private String required(String name, String what) {
        String value = environment.get(PREFIX + name + "_" + what);
        if (value == null || list(value).length == 0) {
            throw new IllegalArgumentException(PREFIX + name + "_" + what + " is missing");
        }
        return value.strip();
    }

    private boolean isOn(String name, String what) {
        return Boolean.parseBoolean(environment.get(PREFIX + name + "_" + what));
    }

    private static String[] list(String text) {
        return QuickstartSettings.parts(text).toArray(String[]::new);
    }

    private static String[] rest(String[] parts) {
        return List.of(parts).subList(1, parts.length).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return "SocialEnvironment[hidden]";
    }
}
