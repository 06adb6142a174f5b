package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.AuthTestKit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who have one name. */
class OneNameTest {

    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void one_name_registers() {
        try (PagesServer server = new PagesServer(AuthTestKit.inMemory(), PageSettings.defaults())) {
            PagesBrowser browser = server.browser("en");
            assertThat(browser.open("/register").body())
                    .containsPattern("name=\"first_name\"[^>]* required")
                    .doesNotContainPattern("name=\"last_name_1\"[^>]* required");
            Map<String, String> typed = Map.of(
                    "first_name",
                    "Suharto",
                    "email",
                    "suharto@example.com",
                    "password",
                    PASSWORD,
                    "password_confirm",
                    PASSWORD,
                    "terms",
                    "on");
            assertThat(browser.submit("/register", typed).statusCode()).isEqualTo(303);
            assertThat(server.kit.deliver().emails().messages()).hasSize(1);
        }
    }
}
