package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feature that an application has no entities for loads no flow, no store and no endpoint of its own. */
class LoadedClassesTest {

    private static final Pattern OURS = Pattern.compile("(dev\\.lockstile\\.\\S+) source:");
    private static final Pattern FEATURES =
            Pattern.compile("(?i)dev\\.lockstile\\.(?!.*spring).*(passkey|social|apikey).*");

    /**
     * Types without flows: what the signatures of {@code Auth}, its builder, the store port and the description of the
     * endpoints name, the entity that tells whether an application has the feature, the class by which the starter sees
     * the module, and the events that the table of events has a row for.
     */
    private static final Set<String> NAMED = Set.of(
            "dev.lockstile.auth.event.AuthEvent$ApiKeyChanged",
            "dev.lockstile.auth.event.AuthEvent$PasskeyRefused",
            "dev.lockstile.auth.factor.OwnPasskeys",
            "dev.lockstile.auth.factor.PasskeyLogin",
            "dev.lockstile.auth.factor.PasskeyVerifier",
            "dev.lockstile.auth.model.AbstractPasskey",
            "dev.lockstile.auth.store.PasskeyStore",
            "dev.lockstile.auth.passkey.Passkeys",
            "dev.lockstile.auth.social.SocialAdministration",
            "dev.lockstile.auth.social.SocialEvent$Delivery",
            "dev.lockstile.auth.social.SocialEvents",
            "dev.lockstile.auth.social.SocialLogin",
            "dev.lockstile.auth.social.SocialSettings",
            "dev.lockstile.auth.model.AbstractSocialAccount",
            "dev.lockstile.auth.store.SocialStore",
            "dev.lockstile.auth.social.oidc.SocialProviders",
            "dev.lockstile.auth.apikey.ApiKeyAdministration",
            "dev.lockstile.auth.apikey.ApiKeySettings",
            "dev.lockstile.auth.apikey.ApiKeys",
            "dev.lockstile.auth.internal.apikey.NoApiKeys",
            "dev.lockstile.auth.model.AbstractApiKey");

    @TempDir
    private Path folder;

    @Test
    void sign_in_alone_loads_no_code_of_passkeys_social_sign_in_and_api_keys() throws Exception {
        Path log = folder.resolve("classes");
        Process walk = new ProcessBuilder(ChildJvm.command(SignInWalk.class, "-Xlog:class+load:file=" + log))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(walk.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(walk.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        List<String> loaded = Files.readAllLines(log).stream()
                .map(OURS::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .toList();
        assertThat(loaded).contains("dev.lockstile.auth.Auth");
        assertThat(loaded).filteredOn(name -> FEATURES.matcher(name).matches()).isSubsetOf(NAMED);
    }
}
