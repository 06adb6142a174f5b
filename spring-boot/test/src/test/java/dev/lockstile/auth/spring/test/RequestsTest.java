package dev.lockstile.auth.spring.test;

import static dev.lockstile.auth.spring.test.LockstileRequests.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.test.kiosk.Kiosk;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(
        classes = Kiosk.class,
        properties = {"spring.datasource.url=jdbc:h2:mem:requests", "lockstile.http.protected-paths=/api/**"})
@AutoConfigureMockMvc
@AutoConfigureRestTestClient
@AutoConfigureLockstile
class RequestsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private RestTestClient client;

    @Autowired
    private TestUsers users;

    @Autowired
    private SettableClock clock;

    @Test
    void nobody_is_signed_in_unless_the_request_says_so() {
        assertThat(mvc.get().uri("/api/roles")).hasStatus(401);
        client.get().uri("/api/roles").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void a_request_of_mockmvc_is_one_of_a_signed_in_user() {
        assertThat(mvc.get().uri("/api/roles").with(signedIn("ana@example.com")))
                .hasStatusOk()
                .hasBodyTextEqualTo("USER");
        assertThat(mvc.get().uri("/api/roles").with(signedIn("eva@example.com", "EDITOR")))
                .hasBodyTextEqualTo("EDITOR");
    }

    @Test
    void a_request_of_the_rest_client_is_one_of_a_signed_in_user() {
        client.get()
                .uri("/api/roles")
                .headers(users.signedIn("luc@example.com", "EDITOR"))
                .exchange()
                .expectBody(String.class)
                .isEqualTo("EDITOR");
    }

    @Test
    void a_token_ages_with_the_clock() {
        var ana = users.signedIn("old@example.com");
        clock.advance(Duration.ofHours(2));
        client.get().uri("/api/roles").headers(ana).exchange().expectStatus().isUnauthorized();
    }
}
