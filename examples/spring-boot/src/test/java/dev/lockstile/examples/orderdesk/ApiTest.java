package dev.lockstile.examples.orderdesk;

import static dev.lockstile.auth.spring.test.LockstileRequests.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.test.AutoConfigureLockstile;
import dev.lockstile.auth.spring.test.TestUsers;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;

// spotless:off
// region: requests
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:api")
@AutoConfigureMockMvc @AutoConfigureRestTestClient @AutoConfigureLockstile
class ApiTest {

    @Autowired MockMvcTester mvc;
    @Autowired RestTestClient client;
    @Autowired TestUsers users;
    @Autowired SettableClock clock;

    @Test
    void only_administrators_see_what_is_theirs() {
        assertThat(mvc.get().uri("/api/admin")).hasStatus(401);
        assertThat(mvc.get().uri("/api/admin").with(signedIn("ana@example.com"))).hasStatus(403);
        assertThat(mvc.get().uri("/api/admin").with(signedIn("eva@example.com", "ADMIN"))).hasStatusOk();
    }

    @Test
    void a_token_runs_out() {
        var luc = users.signedIn("luc@example.com");
        client.get().uri("/api/purchases").headers(luc).exchange().expectStatus().isOk();
        clock.advance(Duration.ofHours(1));
        client.get().uri("/api/purchases").headers(luc).exchange().expectStatus().isUnauthorized();
    }
}
// end: requests
// spotless:on
