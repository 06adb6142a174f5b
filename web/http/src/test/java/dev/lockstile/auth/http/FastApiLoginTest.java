package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import org.junit.jupiter.api.Test;

/** The published cases of fastapi-users' router for signing in and out, told of this servlet. */
class FastApiLoginTest extends FastApiStack {

    @Test
    void a_form_without_name_or_password_is_unprocessable() {
        unprocessable(form("/auth/jwt/login", ""), "username");
        unprocessable(form("/auth/jwt/login", "password=guinevere"), "username");
        unprocessable(form("/auth/jwt/login", "username=a%40b.example"), "password");
        unprocessable(form("/auth/jwt/login", "username=a&password=b&grant_type=client_credentials"), "grant_type");
        assertThat(client.post("/auth/jwt/login", "{\"username\":\"a\",\"password\":\"b\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void unknown_wrong_and_inactive_are_bad_credentials() {
        verified(ARTHUR);
        refused(login("lancelot@camelot.example", PASSWORD), 400, "LOGIN_BAD_CREDENTIALS");
        refused(login(ARTHUR, "percival-the-knight"), 400, "LOGIN_BAD_CREDENTIALS");
        UserId arthur = auth.userId(
                        as(ARTHUR).get("/users/me").json().path("id").asString())
                .orElseThrow();
        auth.admin().disable(arthur);
        refused(login(ARTHUR, PASSWORD), 400, "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    void an_unverified_user_with_the_right_password_is_told_no_more_than_a_stranger() {
        register(ARTHUR, "");
        refused(login(ARTHUR, PASSWORD), 400, "LOGIN_BAD_CREDENTIALS");
    }

    @Test
    void the_right_password_gets_a_token_whatever_the_case_of_the_address() {
        verified(LADY);
        for (String name : new String[] {LADY, "Lake.Lady@Camelot.example"}) {
            TestClient.Reply reply = login(name, PASSWORD);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("access_token", "token_type");
            assertThat(reply.json().path("token_type").asString()).isEqualTo("bearer");
        }
    }

    @Test
    void a_logout_needs_a_token_and_ends_it() {
        verified(LADY);
        refused(client.post("/auth/jwt/logout", ""), 401, "Unauthorized");
        TestClient lady = as(LADY);
        assertThat(lady.post("/auth/jwt/logout", "").status()).isEqualTo(204);
        assertThat(lady.get("/users/me").status()).isEqualTo(401);
    }

    @Test
    void cookies_are_not_there_unless_the_host_allows_them() {
        assertThat(form("/auth/cookie/login", "username=a&password=b").status()).isEqualTo(404);
    }
}
