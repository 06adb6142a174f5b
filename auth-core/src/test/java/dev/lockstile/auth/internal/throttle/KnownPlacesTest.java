package dev.lockstile.auth.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownPlacesTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final AuthStore UNASKED = (AuthStore) Proxy.newProxyInstance(
            AuthStore.class.getClassLoader(), new Class<?>[] {AuthStore.class}, (store, method, arguments) -> {
                throw new AssertionError("the store was asked");
            });

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void who_comes_from_nowhere_is_known_nowhere(@Nullable String address) {
        assertThat(new KnownPlaces(UNASKED).knows(new UserId(1L), address, null, NOW))
                .isFalse();
    }
}
