package dev.lockstile.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.TokenSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The library keeps what its builder was given before {@code build()}. */
final class AuthBuilderTest {

    private static final URI PAGE = URI.create("https://acme.example/page");
    private static final EmailSender SENDER = message -> {};
    private static final List<?> NONE = List.of();

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

    @Test
    void what_is_added_later_is_in_no_list_that_was_taken_before() {
        AuthBuilder builder = builder();
        AuthParts before = builder.parts();
        Role role = Role.named("EDITOR");
        SmsSender sms = message -> {};
        EmailSender second = message -> {};
        PurposeSettings purpose = PurposeSettings.named("delivery");
        AuthListener audit = event -> {};
        AuthListener listener = event -> {};
        FlowObserver flow = operation -> end -> {};
        AuthHook hook = new AuthHook() {};
        builder.roles(role).sms(sms).email(second).purpose(purpose);
        builder.audit(audit).listener(listener).flowObserver(flow).hook(hook);
        assertThat(lists(before)).containsExactly(NONE, NONE, List.of(SENDER), NONE, NONE, NONE, NONE, NONE);
        assertThat(lists(builder.parts()))
                .containsExactly(
                        List.of(role),
                        List.of(sms),
                        List.of(SENDER, second),
                        List.of(purpose),
                        List.of(audit),
                        List.of(listener),
                        List.of(flow),
                        List.of(hook));
    }

    private static List<List<?>> lists(AuthParts parts) {
        MessageParts messages = parts.messages();
        ObserverParts observers = parts.observers();
        return List.of(
                parts.accounts().roles(),
                messages.sms(),
                messages.email(),
                messages.purposes(),
                observers.audit(),
                observers.listeners(),
                observers.flows(),
                observers.hooks());
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
