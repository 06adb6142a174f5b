package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.spring.MessageSenders;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A browser without a session is led to the sign-in page and back, and to no other site. */
class SignInRedirectTest {

    @TempDir
    static Path keys;

    private static ConfigurableApplicationContext desk;

    @BeforeAll
    static void start() throws Exception {
        desk = new SpringApplicationBuilder(OrderDeskApplication.class, OwnChain.class, OwnBeans.class)
                .properties("ORDER_DESK_DB=jdbc:h2:mem:redirect", "ORDER_DESK_DEV=true", "server.port=0")
                .properties("spring.main.banner-mode=off", "lockstile.keys.folder=" + keys)
                .properties("lockstile.limits.enabled=false")
                .run();
        new DeskBrowser(desk).register();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void a_browser_comes_back_to_the_page_that_it_asked_for() throws Exception {
        DeskBrowser browser = new DeskBrowser(desk);
        HttpResponse<String> refused = browser.get("/order");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(DeskBrowser.location(refused)).endsWith("/account/sign-in?next=%2Forder");
        browser.follow(refused);
        HttpResponse<String> back = browser.signIn();
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(DeskBrowser.location(back)).isEqualTo("/order");
        assertThat(browser.follow(back).body()).contains("<button>Order</button>");
        assertThat(browser.get("/api/admin").statusCode()).isEqualTo(403);
    }

    @Test
    void a_script_gets_401_and_no_redirect() throws Exception {
        assertThat(new DeskBrowser(desk).get("/order", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(new DeskBrowser(desk).get("/order", "*/*").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/%2Fevil.example/",
                "/%5Cevil.example/",
                "/.//evil.example/",
                "/order/..//evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "@evil.example/"
            })
    void an_address_to_come_back_to_that_is_none_of_this_site_is_not_taken(String next) throws Exception {
        DeskBrowser browser = new DeskBrowser(desk);
        browser.get("/account/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        HttpResponse<String> in = browser.signIn();
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(DeskBrowser.location(in)).isEqualTo("/account/account");
    }

    @Test
    void beans_of_the_application_take_the_place_of_ours() throws Exception {
        assertThat(desk.getBean(MessageSenders.class).sms())
                .singleElement()
                .extracting(SmsSender::name)
                .isEqualTo("sms");
        DeskBrowser browser = new DeskBrowser(desk);
        assertThat(browser.get("/account/register", "text/html", "es").body())
                .contains("<label for=\"own_company\">Empresa</label>");
    }

    @Test
    void control_characters_in_an_address_to_come_back_to_are_refused() throws Exception {
        for (String next : List.of("/%09/evil.example/", "/order%0D%0ALocation:%20https://evil.example/")) {
            HttpResponse<String> refused = new DeskBrowser(desk).get("/account/sign-in?next=" + next);
            assertThat(refused.statusCode()).as(next).isEqualTo(400);
            assertThat(refused.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void a_request_whose_path_begins_like_an_address_is_refused() throws Exception {
        HttpResponse<String> refused = new DeskBrowser(desk).get("//evil.example/order");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }
}
