package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.browser.Chromium;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A person at the pages and at a form of the application, in a real browser. */
class BrowserWalkTest {

    private static final String AT_SIGN_IN =
            "location.pathname + location.search === '/account/sign-in?next=/own/form'";

    @TempDir
    Path folder;

    private Chromium browser;
    private String base = "";

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void a_person_registers_signs_in_sends_a_form_and_signs_out(String scheme) throws Exception {
        ShopHost host = SignInRedirectTest.Guard.FALLBACK
                .host()
                .with(Clocked.class)
                .with("lockstile.base-url", scheme + "://localhost");
        ShopHost served = scheme.equals("https") ? Certificate.in(folder).serve(host) : host;
        try (Chromium chromium = Chromium.start(folder.resolve("profile"));
                ConfigurableApplicationContext context = served.start()) {
            browser = chromium;
            base = scheme + "://localhost:" + context.getEnvironment().getProperty("local.server.port");
            open("/own/form", AT_SIGN_IN);
            register(context.getBean(RecordingEmailSender.class));
            sendForm();
            SettableClock clock = context.getBean(SettableClock.class);
            clock.advance(Duration.ofHours(1));
            sendForm();
            assertThat(browser.evaluate("document.cookie")).doesNotContain("access", "refresh");
            clock.advance(Duration.ofDays(400));
            open("/own/form", AT_SIGN_IN);
            signIn();
            sendForm();
            open("/account/account", "document.querySelector(\"form[action$='/sign-out']\") !== null");
            browser.evaluate("document.querySelector(\"form[action$='/sign-out']\").requestSubmit()");
            browser.await("document.querySelector(\"form[action$='/sign-out']\") === null");
            open("/own/form", AT_SIGN_IN);
        }
    }

    private void register(RecordingEmailSender emails) {
        open("/account/register", "document.querySelector('input[name=terms]') !== null");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("first_name", "Ana");
        form.put("last_name_1", "Ruiz");
        form.put("email", GuardedHost.USER);
        form.put("password", Http.PASSWORD);
        form.put("terms", "on");
        browser.submit(form);
        browser.await("location.pathname === '/account/register/sent'");
        emails.await(1, Duration.ofSeconds(20));
        SentLink link = emails.lastLink(GuardedHost.USER);
        open(
                "/account/confirm?uid=" + link.uid() + "&token=" + link.token(),
                "document.querySelector('input[name=token]') !== null");
        browser.submit(Map.of("token", link.token()));
        browser.await("location.pathname !== '/account/confirm'");
        open("/own/form", AT_SIGN_IN + " || location.pathname === '/own/form'");
        if (browser.evaluate("location.pathname").equals("/account/sign-in")) {
            signIn();
        }
    }

    private void signIn() {
        browser.submit(Map.of("login", GuardedHost.USER));
        browser.await("document.querySelector('input[name=password]') !== null");
        browser.submit(Map.of("password", Http.PASSWORD));
        browser.await("location.pathname === '/own/form'");
    }

    private void sendForm() {
        open("/own/form", "location.pathname === '/own/form' && document.querySelector('form') !== null");
        browser.submit(Map.of("note", "hello"));
        browser.await("document.body.innerText.includes('wrote for 1')");
    }

    /** Waits for the new page, since the old one stays until that one begins. */
    private void open(String path, String condition) {
        browser.evaluate("window.left = true");
        browser.open(base + path);
        browser.await("window.left !== true && (" + condition + ")");
    }

    @Configuration(proxyBeanMethods = false)
    static class Clocked {

        @Bean
        SettableClock clock() {
            return SettableClock.at("2026-03-01T12:00:00Z");
        }
    }
}
