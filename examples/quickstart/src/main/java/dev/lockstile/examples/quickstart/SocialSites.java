package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.oidc.OAuthClient;
import dev.lockstile.auth.social.oidc.SocialProviders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sites to sign in with that the environment names: {@code QUICKSTART_OIDC_<NAME>_ISSUER}, {@code _CLIENT_ID} and so
 * on, the name in lower case with dashes.
 *
 * @param environment what of the environment is about them
 */
record SocialSites(Map<String, String> environment) {

    private static final Pattern ISSUER = Pattern.compile("QUICKSTART_OIDC_([A-Z0-9_]+)_ISSUER");

    static SocialSites from(Map<String, String> environment) {
        Map<String, String> ours = new TreeMap<>(environment);
        ours.keySet()
                .removeIf(name -> !name.startsWith("QUICKSTART_OIDC_")
                        && !name.equals("QUICKSTART_SOCIAL_SIGN_UP")
                        && !name.equals("QUICKSTART_ORIGIN"));
        return new SocialSites(Map.copyOf(ours));
    }

    /** The settings of an application on that port; null where no site is named. */
    @Nullable
    SocialSettings at(int port) {
        SocialProvider[] sites = environment.keySet().stream()
                .sorted()
                .map(ISSUER::matcher)
                .filter(Matcher::matches)
                .map(found -> provider(found.group(1), port))
                .toArray(SocialProvider[]::new);
        if (sites.length == 0) {
            return null;
        }
        SocialSettings settings = SocialSettings.of(sites).returningTo(list("QUICKSTART_ORIGIN", home(port)));
        return is("QUICKSTART_SOCIAL_SIGN_UP", true) ? settings.allowSignUp() : settings;
    }

    private SocialProvider provider(String site, int port) {
        String prefix = "QUICKSTART_OIDC_" + site;
        String name = site.toLowerCase(Locale.ROOT).replace('_', '-');
        String[] ids = list(prefix + "_CLIENT_ID", "");
        String[] back = list(prefix + "_REDIRECT_URIS", home(port) + "/auth/login/social/callback/" + name + "/");
        OAuthClient client = OAuthClient.of(ids[0], rest(ids)).redirectUris(back[0], rest(back));
        String secret = environment.getOrDefault(prefix + "_CLIENT_SECRET", "");
        client = secret.isEmpty() ? client : client.secret(Secret.of(secret));
        client = is(prefix + "_EMAIL_AUTHORITATIVE", false) ? client.emailAuthoritative() : client;
        client = is(prefix + "_LINK_BY_EMAIL", false) ? client.linkByEmail() : client;
        client = is(prefix + "_ALLOW_INSECURE_LOOPBACK", false) ? client.allowInsecureLoopback() : client;
        return SocialProviders.openId(name, environment.getOrDefault(prefix + "_ISSUER", ""), client);
    }

    private static String home(int port) {
        return "http://localhost:" + port;
    }

    private boolean is(String name, boolean otherwise) {
        return Boolean.parseBoolean(environment.getOrDefault(name, String.valueOf(otherwise)));
    }

    private String[] list(String name, String otherwise) {
        return Stream.of(environment.getOrDefault(name, otherwise).split(","))
                .map(String::strip)
                .toArray(String[]::new);
    }

    private static String[] rest(String[] all) {
        return List.of(all).subList(1, all.length).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return "SocialSites[hidden]";
    }
}
