package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A browser registers, confirms, signs in at the pages, and orders by the order desk's own form. */
class PagesWalkTest {

    @TempDir
    Path keys;

    @Test
    void a_member_orders_in_a_browser_and_a_form_of_another_site_orders_nothing() throws Exception {
        try (ConfigurableApplicationContext desk = new SpringApplicationBuilder(OrderDeskApplication.class)
                .properties("ORDER_DESK_DB=jdbc:h2:mem:pages", "ORDER_DESK_DEV=true", "server.port=0")
                .properties("spring.main.banner-mode=off", "lockstile.keys.folder=" + keys)
                .run()) {
            DeskBrowser browser = new DeskBrowser(desk);
            assertThat(browser.get("/order").headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).contains("/account/sign-in?next="));
            assertThat(browser.get("/account/register").body()).contains("name=\"own_company\"");
            browser.register();
            browser.get("/account/sign-in");
            browser.signIn();
            assertThat(browser.get("/account/account").body()).contains("ana@example.com");
            assertThat(browser.get("/api/hello").body()).isEqualTo("Hello ana@example.com of Acme");
            assertThat(browser.submit("/order", Map.of("item", "planted")).statusCode())
                    .isEqualTo(403);
            browser.get("/order");
            assertThat(browser.submit("/order", Map.of("item", "teapot")).body())
                    .isEqualTo("ordered");
            assertThat(browser.get("/api/purchases", "application/json").body())
                    .contains("teapot")
                    .doesNotContain("planted");
            browser.get("/account/account");
            browser.submit("/account/sign-out", Map.of());
            assertThat(browser.get("/order").headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).contains("/account/sign-in?next="));
        }
    }
}
