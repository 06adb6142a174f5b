package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The tokens in forms of the application, in the fallback chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormTokensTest {

    private ConfigurableApplicationContext context;

    @BeforeAll
    void start() {
        context = SignInRedirectTest.Guard.FALLBACK.host().start();
        GuardedHost.bearer(context, GuardedHost.USER);
        GuardedHost.bearer(context, GuardedHost.SUPERUSER);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void the_token_of_a_form_is_worth_nothing_in_another_browser_and_after_another_sign_in() {
        CookieBrowser attacker = CookieBrowser.of(context);
        attacker.signIn(GuardedHost.SUPERUSER);
        String token = token(attacker.get("/own/form").body());
        CookieBrowser victim = CookieBrowser.of(context);
        attacker.cookies().forEach((name, value) -> {
            if (!name.equals("access") && !name.equals("refresh")) {
                victim.cookies()
                        .put(name, value); // as a page of a sibling site, or a former user of the browser, may plant
            }
        });
        victim.signIn(GuardedHost.USER);
        assertThat(victim.post("/own/form", Map.of("_csrf", token)).statusCode())
                .isEqualTo(403);
        String own = token(victim.get("/own/form").body());
        assertThat(victim.post("/own/form", Map.of("_csrf", own)).body()).isEqualTo("wrote for 1");
        assertThat(attacker.post("/own/form", Map.of("_csrf", own)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void forms_need_no_session_of_one_node() {
        CookieBrowser browser = CookieBrowser.of(context);
        browser.signIn(GuardedHost.USER);
        browser.get("/own/form");
        assertThat(browser.cookies()).doesNotContainKey("JSESSIONID");
        assertThat(browser.submit("/own/form", Map.of("note", "hello")).body()).isEqualTo("wrote for 1");
    }

    private static String token(String page) {
        return page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }
}
