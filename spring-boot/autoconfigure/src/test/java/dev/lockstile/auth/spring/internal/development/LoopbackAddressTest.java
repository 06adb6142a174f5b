package dev.lockstile.auth.spring.internal.development;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://LOCALHOST",
                "https://127.0.0.1",
                "http://127.8.0.1:80",
                "http://[::1]:8080",
                "http://shop.localhost/app"
            })
    void an_address_of_this_machine(String address) {
        assertThat(LoopbackAddress.is(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "http://192.168.1.20:8080",
                "https://localhost.shop.example",
                "https://127.0.0.1.shop.example",
                "http://localhost@shop.example",
                "https://shoplocalhost",
                "localhost:8080",
                "/localhost",
                "http://local host",
                ""
            })
    void any_other_address(String address) {
        assertThat(LoopbackAddress.is(address)).isFalse();
    }
}
