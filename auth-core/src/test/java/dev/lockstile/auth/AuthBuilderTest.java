package dev.lockstile.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.TokenSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The library keeps what its builder was given before {@code build()}. */
final class AuthBuilderTest {

    private static final URI PAGE = URI.create("https://acme.example/page");
    private static final EmailSender SENDER = message -> {};

    /** Finds no optional store; each other one fails. */
    private static final AuthTx TX = withDefaults(AuthTx.class, arguments -> {
        throw new StoreUnavailableException("no tables", new IllegalStateException());
    });

    private static final AuthStore STORE =
            withDefaults(AuthStore.class, arguments -> ((AuthStore.Work<?>) arguments[0]).run(TX));

    @Test
    void a_feature_that_is_switched_on_after_build_is_off_in_what_was_built() {
        AuthBuilder builder = builder();
        try (Auth before = builder.build();
                Auth after = builder.apiKeys(ApiKeySettings.withPrefix("acme")).build()) {
            assertThat(before.apiKeys().isServed()).isFalse();
            assertThat(after.apiKeys().isServed()).isTrue();
        }
    }

    @Test
    void a_history_that_is_demanded_after_build_is_not_looked_for_at_the_start_of_what_was_built() {
        AuthBuilder builder = builder();
        try (Auth before = builder.build();
                Auth after = builder.passwordHistory(4).build()) {
            assertThat(before.start()).isSameAs(before);
            assertThatThrownBy(after::start)
                    .isInstanceOf(AuthSetupException.class)
                    .hasMessageContaining("former-password-entity-missing");
        }
    }

    private static AuthBuilder builder() {
        return Auth.builder(STORE)
                .settings(AuthSettings.owasp(
                        "Acme", TokenSettings.owasp("https://acme.example", "acme"), LinkSettings.of(PAGE, PAGE)))
                .keys(AuthKeys.generate())
                .email(SENDER);
    }

    private static <T> T withDefaults(Class<T> port, Function<Object[], Object> others) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, arguments) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(self, method, arguments)
                        : others.apply(arguments)));
    }
}
