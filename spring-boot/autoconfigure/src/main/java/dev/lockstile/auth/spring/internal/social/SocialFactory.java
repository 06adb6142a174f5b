package dev.lockstile.auth.spring.internal.social;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.oidc.OAuthClient;
import dev.lockstile.auth.social.oidc.SocialProviders;
import dev.lockstile.auth.spring.internal.settings.SocialProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Makes providers from the properties of the application. What a provider leaves out of issuer, client id and secret is
 * taken from {@code spring.security.oauth2.client} under the same name; a registration there turns nothing on by
 * itself.
 */
final class SocialFactory {

    private static final String SPRING = "spring.security.oauth2.client.";

    private final SocialProperties properties;
    private final Environment environment;

    SocialFactory(SocialProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * Empty where no provider is named.
     *
     * @throws AuthSetupException with what is missing or refused, of all providers
     */
    Optional<SocialSettings> settings() {
        List<String> problems = new ArrayList<>();
        List<SocialProvider> providers = new ArrayList<>();
        new TreeMap<>(properties.providers()).forEach((name, provider) -> {
            try {
                providers.add(provider(name, provider));
            } catch (IllegalArgumentException e) {
                problems.add("property-refused: lockstile.social.providers." + name + ".*: " + e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new AuthSetupException(problems);
        }
        return providers.isEmpty() ? Optional.empty() : Optional.of(settings(providers));
    }

    private SocialSettings settings(List<SocialProvider> providers) {
        try {
            SocialSettings settings = SocialSettings.of(providers.toArray(SocialProvider[]::new))
                    .returningTo(properties.origins().toArray(String[]::new));
            return properties.signUp() ? settings.allowSignUp() : settings;
        } catch (IllegalArgumentException e) {
            throw new AuthSetupException(List.of("property-refused: lockstile.social.*: " + e.getMessage()));
        }
    }

    private SocialProvider provider(String name, SocialProperties.Provider own) {
        List<String> ids = own.clientIds().isEmpty() ? registered(name) : own.clientIds();
        if (ids.isEmpty() || own.redirectUris().isEmpty()) {
            throw new IllegalArgumentException("client-ids and redirect-uris are needed");
        }
        OAuthClient client = OAuthClient.of(ids.get(0), rest(ids))
                .redirectUris(own.redirectUris().get(0), rest(own.redirectUris()));
        String secret = first(own.clientSecret(), SPRING + "registration." + name + ".client-secret");
        client = secret == null ? client : client.secret(Secret.of(secret));
        client = own.emailAuthoritative() ? client.emailAuthoritative() : client;
        client = own.linkByEmail() ? client.linkByEmail() : client;
        client = own.receiveEvents() ? client.receiveEvents() : client;
        client = own.receiveBackChannelLogout() ? client.receiveBackChannelLogout() : client;
        client = own.allowInsecureLoopback() ? client.allowInsecureLoopback() : client;
        String site = environment.getProperty(SPRING + "registration." + name + ".provider", name);
        String issuer = first(own.issuer(), SPRING + "provider." + site + ".issuer-uri");
        if (issuer == null) {
            throw new IllegalArgumentException("issuer is needed");
        }
        return SocialProviders.openId(name, issuer, client);
    }

    private List<String> registered(String name) {
        String id = environment.getProperty(SPRING + "registration." + name + ".client-id");
        return id == null ? List.of() : List.of(id);
    }

    private @Nullable String first(@Nullable String own, String property) {
        return own != null ? own : environment.getProperty(property);
    }

    private static String[] rest(List<String> values) {
        return values.subList(1, values.size()).toArray(String[]::new);
    }
}
