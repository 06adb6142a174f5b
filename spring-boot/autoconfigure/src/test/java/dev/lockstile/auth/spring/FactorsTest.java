package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Second factors by properties. */
class FactorsTest {

    private static final Secret PASSWORD = Secret.of("plum-harbour-4417");

    @Test
    void whoever_must_have_a_second_factor_is_not_in_by_a_password() {
        try (ConfigurableApplicationContext context = host().with("lockstile.factors.policy", "optional")
                .with("lockstile.factors.roles", "CASHIER")
                .with("lockstile.factors.trusted-browsers", "14d")
                .start()) {
            Auth auth = context.getBean(Auth.class);
            assertThat(signIn(auth, "ana@shop.example", "USER")).isInstanceOf(Outcome.Done.class);
            assertThat(signIn(auth, "eva@shop.example", "CASHIER")).isInstanceOf(Outcome.SecondFactorRequired.class);
        }
    }

    @Test
    void a_short_password_stands_only_beside_a_second_factor_of_everybody() {
        try (ConfigurableApplicationContext context = host().with("lockstile.passwords.policy", "nist-aal2")
                .with("lockstile.factors.policy", "everybody")
                .start()) {
            assertThat(signIn(context.getBean(Auth.class), "ana@shop.example", "USER"))
                    .isInstanceOf(Outcome.SecondFactorRequired.class);
        }
        for (String policy : new String[] {"off", "optional", "staff"}) {
            assertRefused(
                    Map.of("lockstile.passwords.policy", "nist-aal2", "lockstile.factors.policy", policy),
                    "second-factor-missing");
        }
        assertRefused(
                Map.of("lockstile.passwords.policy", "nist-aal2", "lockstile.passwords.min-length", "9"),
                "second-factor-missing");
    }

    @Test
    void properties_that_would_do_nothing_or_cannot_be_are_refused() {
        assertRefused(Map.of("lockstile.factors.roles", "CASHIER"), "factors-off");
        assertRefused(Map.of("lockstile.factors.trusted-browsers", "14d"), "factors-off");
        assertRefused(Map.of("lockstile.factors.administrator-wait", "24h"), "factors-off");
        assertRefused(
                Map.of("lockstile.factors.policy", "optional", "lockstile.factors.administrator-wait", "90d"),
                "lockstile.factors");
        assertRefused(
                Map.of("lockstile.factors.policy", "optional", "lockstile.factors.trusted-browsers", "90d"),
                "lockstile.factors");
    }

    @Test
    void a_sealing_key_that_is_none_is_refused_from_a_property_and_from_a_file(@TempDir Path keys) throws Exception {
        assertRefused(Map.of("lockstile.factors.policy", "optional", "lockstile.factors.sealing-key", "short"), "");
        Files.writeString(keys.resolve("factors.key"), "short");
        assertRefused(Map.of("lockstile.factors.policy", "optional", "lockstile.keys.folder", keys.toString()), "");
    }

    @Test
    void second_factors_without_entities_for_them_are_refused() {
        assertThatThrownBy(() -> ShopHost.onH2()
                        .with("spring.main.web-application-type", "none")
                        .with("lockstile.factors.policy", "optional")
                        .start()
                        .close())
                .rootCause()
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("AbstractTotp, AbstractAuthChallenge, AbstractRecoveryCode");
    }

    private static ShopHost host() {
        return ShopHost.onH2().with("spring.main.web-application-type", "none").with(Entities.class);
    }

    /** With entities for second factors. */
    @Configuration(proxyBeanMethods = false)
    @EntityScan({"dev.lockstile.auth.spring.shop", "dev.lockstile.auth.spring.factors"})
    static class Entities {}

    private static Outcome<SignIn> signIn(Auth auth, String email, String role) {
        auth.admin()
                .create(AccountDraft.ofEmail(email)
                        .withPassword(PASSWORD)
                        .withRole(role)
                        .vouchingForIdentifiers());
        return auth.login().signIn(new PasswordLogin.Request(email, PASSWORD, ClientInfo.web("192.0.2.7")));
    }

    private static void assertRefused(Map<String, String> properties, String told) {
        ShopHost host = host();
        properties.forEach(host::with);
        assertThatThrownBy(() -> host.start().close())
                .as(properties.toString())
                .rootCause()
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining(told);
    }
}
