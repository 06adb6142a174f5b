package dev.lockstile.auth.spring.internal.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Development.
 *
 * @param inbox Whether messages are also stored and shown, to requests from this machine only, at /dev/inbox and
 *     /dev/messages. Refused where a production profile is active.
 * @param profiles Profiles that mean development: messages are printed to the console and missing keys are
 *     generated.
 * @param productionProfiles Profiles that mean production.
 */
@ConfigurationProperties("lockstile.dev")
public record DevelopmentProperties(
        @DefaultValue("false") boolean inbox,

        @DefaultValue({"dev", "development", "local", "test"})
        List<String> profiles,

        @DefaultValue({"prod", "production", "live"}) List<String> productionProfiles) {}
