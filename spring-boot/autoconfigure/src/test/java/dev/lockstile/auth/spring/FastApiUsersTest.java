package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The routes of fastapi-users, beside the endpoints of this library and in their place. */
class FastApiUsersTest {

    @Test
    void the_routes_stand_beside_the_endpoints_at_another_prefix() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("lockstile.http.fast-api-users", "true")
                .with("lockstile.http.prefix", "/api/auth")
                .start()) {
            Http http = Http.of(context);
            assertThat(http.get("/users/me").body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
            assertThat(http.post("/auth/forgot-password", "{\"email\":\"ana@shop.example\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(http.get("/api/auth/me/?client=web").body()).contains("not_authenticated");
        }
    }

    @Test
    void the_routes_stand_in_the_place_of_the_endpoints() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("lockstile.http.fast-api-users", "true")
                .with("lockstile.http.enabled", "false")
                .start()) {
            Http http = Http.of(context);
            assertThat(http.get("/users/me").statusCode()).isEqualTo(401);
            assertThat(http.post("/auth/login/basic/", "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void two_servlets_at_one_path_are_refused() {
        assertThatThrownBy(() -> ShopHost.onH2()
                        .with("lockstile.http.fast-api-users", "true")
                        .start()
                        .close())
                .rootCause()
                .hasMessageContaining("fast-api-users-path-taken");
    }
}
