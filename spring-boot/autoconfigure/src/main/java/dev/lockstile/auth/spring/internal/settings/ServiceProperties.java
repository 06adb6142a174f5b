package dev.lockstile.auth.spring.internal.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The application as its users know it.
 *
 * @param enabled Whether the library starts with the application.
 * @param service Name of the application in messages, 1 to 60 characters; spring.application.name unless set.
 * @param baseUrl Address at which browsers reach the application, without a path, such as https://shop.example.
 *     Links in messages and the issuer of tokens are made from it. Required outside of development.
 * @param locale Language of messages to users who have not chosen one, and of answers of the endpoints to clients
 *     that accept none of the available languages.
 * @param region Country of telephone numbers without a country code, such as MX.
 * @param messageWorkers How many messages of one channel this node sends at once, 1 to 16.
 * @param deletionGrace Time, 1 to 90 days, in which the owner of an account can cancel its deletion; 0s deletes at
 *     once.
 * @param lazyConnections Whether a transaction takes its database connection at its first statement.
 */
@ConfigurationProperties("lockstile")
public record ServiceProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String service,
        @Nullable URI baseUrl,
        @DefaultValue("en") Locale locale,
        @Nullable String region,
        @DefaultValue("4") int messageWorkers,
        @DefaultValue("0s") Duration deletionGrace,
        @DefaultValue("true") boolean lazyConnections) {}
