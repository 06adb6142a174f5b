package dev.lockstile.examples.quickstart;

import static dev.lockstile.examples.quickstart.PagesFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.net.HttpCookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser with an earlier sign-in is not kept out by what strangers try elsewhere. */
class TrustedBrowserTest {

    private static final String NEXT = "quiet-lantern-8852";
    private static final String REFUSED = "Those sign-in details aren’t right";

    @TempDir
    static Path folder;

    private static PagesFixture fixture;

    @BeforeAll
    static void open() {
        fixture = PagesFixture.open(folder, Map.of("QUICKSTART_LIMITS", "on"), TrustedBrowserTest::slowly);
    }

    /** An account that attempts have closed stays so for as long as a test takes, on a slow machine too. */
    private static AuthSettings slowly(AuthSettings figures) {
        return figures.withThrottles(figures.throttles().with(RateLimit.LOGIN_IDENTITY, Rate.perDay(10)));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void a_browser_that_signed_in_before_signs_in_from_a_new_network_while_strangers_guess() {
        Visitor owner = fixture.member("ana@example.com");
        HttpCookie device = device(owner);
        assertThat(device.getMaxAge()).isEqualTo(30 * 24 * 60 * 60);
        assertThat(device.isHttpOnly()).isTrue();
        owner.submit("/sign-out", Map.of());
        strangersClose("ana@example.com", PASSWORD, browser("127.0.8.1"));
        DistantBrowser known = browser("127.0.8.2").with("device", device(owner).getValue());
        assertThat(signIn(known, "ana@example.com", PASSWORD)).contains("Location: /account");
    }

    @Test
    void a_browser_that_set_a_new_password_signs_in_while_strangers_guess() {
        fixture.member("bea@example.com");
        String confirmation = fixture.link("bea@example.com", null);
        Visitor person = fixture.visitor();
        person.open("/forgotten");
        person.submit("/forgotten", Map.of("contact", "bea@example.com"));
        String link = fixture.link("bea@example.com", confirmation);
        person.open(link);
        Map<String, String> fields = new HashMap<>(PagesFixture.query(link));
        fields.putAll(Map.of("new_password", NEXT, "new_password_confirm", NEXT));
        person.submit("/reset", fields);
        strangersClose("bea@example.com", NEXT, browser("127.0.9.1"));
        DistantBrowser known =
                browser("127.0.9.2").with("device", device(person).getValue());
        assertThat(signIn(known, "bea@example.com", NEXT)).contains("Location: /account");
    }

    @Test
    void a_sign_in_by_code_marks_the_browser_too() {
        Visitor person = fixture.visitor();
        person.open("/code");
        person.submit("/code", Map.of("contact", "cleo@example.com"));
        person.submit("/code/verify", Map.of("code", fixture.code("cleo@example.com", null)));
        assertThat(device(person).getValue()).isNotEmpty();
    }

    @Test
    void a_made_up_mark_is_worth_nothing() {
        fixture.member("dora@example.com");
        strangersClose("dora@example.com", PASSWORD, browser("127.0.10.1"));
        int network = 10;
        for (String mark : new String[] {"s.1.made-up", "x".repeat(4000), "."}) {
            DistantBrowser marked = browser("127.0." + ++network + ".1").with("device", mark);
            assertThat(signIn(marked, "dora@example.com", PASSWORD)).contains(REFUSED);
        }
    }

    /** Attempts from many networks, until the account is closed to browsers it does not know. */
    private static void strangersClose(String login, String password, DistantBrowser unknown) {
        for (int i = 1; i <= 12; i++) {
            signIn(browser("127.21." + i + ".1"), login, "wrong-attempt-" + i);
        }
        assertThat(signIn(unknown, login, password)).contains(REFUSED);
    }

    private static String signIn(DistantBrowser browser, String login, String password) {
        return browser.submit("/sign-in", Map.of("login", login, "password", password));
    }

    private static DistantBrowser browser(String address) {
        return new DistantBrowser(fixture.port(), address);
    }

    private static HttpCookie device(Visitor visitor) {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.getName().equals("device"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the browser is not marked"));
    }
}
