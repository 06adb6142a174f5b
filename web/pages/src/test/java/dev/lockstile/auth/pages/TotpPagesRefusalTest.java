package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PasskeyBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pages of the own authenticator application refuse. */
class TotpPagesRefusalTest extends TotpPagesFixture {

    private static final String PROVE = "/shop/account/prove?next=/shop/account/account";

    @Test
    void nothing_changes_without_a_session_and_a_form_of_ours() {
        PagesBrowser nobody = server.browser("en");
        nobody.open("/sign-in");
        assertThat(location(nobody.open(PATH))).contains("/sign-in?next=");
        for (String form : List.of(PATH, CONFIRM, REMOVE)) {
            assertThat(location(nobody.submit(form, Map.of()))).as(form).contains("/sign-in?next=");
        }
        PagesBrowser ana = member("en");
        ana.open("/account");
        for (String form : List.of(PATH, CONFIRM, REMOVE)) {
            assertThat(ana.submit(form, Map.of("csrf", "forged")).statusCode())
                    .as(form)
                    .isEqualTo(403);
            assertThat(ana.submitFromElsewhere(form, Map.of()).statusCode())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    @Test
    void setting_up_and_removing_ask_first_for_a_proof() {
        PagesBrowser ana = member("en");
        server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(location(ana.open(PATH))).isEqualTo(PROVE + "/totp");
        ana.open("/account");
        assertThat(location(ana.submit(PATH, Map.of()))).isEqualTo(PROVE + "/totp");
        ana.open("/prove");
        assertThat(location(ana.submit("/prove", Map.of("password", PASSWORD, "next", "/shop/account/account/totp"))))
                .isEqualTo("/shop/account/account/totp");
        TotpGenerator phone = setUp(ana);
        server.kit.clock().advance(Duration.ofMinutes(11));
        ana.open("/account");
        assertThat(location(ana.submit(REMOVE, Map.of()))).isEqualTo(PROVE);
        PagesBrowser thief = server.browser("en");
        thief.open("/sign-in");
        assertThat(location(thief.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD))))
                .as("it counts from now on")
                .isEqualTo("/shop/account/second-factor");
        ana.open("/prove");
        assertThat(ana.submit("/prove", Map.of("password", PASSWORD)).statusCode())
                .as("the password is one factor")
                .isEqualTo(403);
        ana.open("/prove");
        assertThat(location(ana.submit("/prove", Map.of("factor", phone.code()))))
                .isEqualTo("/shop/account/account");
        ana.open("/account");
        assertThat(location(ana.submit(REMOVE, Map.of()))).isEqualTo("/shop/account/account");
    }

    @Test
    void what_is_not_there_is_not_removed() {
        PagesBrowser ana = member("en");
        ana.open("/account");
        assertThat(ana.submit(REMOVE, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_host_that_serves_passkeys_alone_has_no_such_page() {
        try (PagesServer passkeys = new PagesServer(
                AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                        .settings(AuthTestKit.settings())
                        .passkeys(Passkeys.relyingParty(PasskeyBrowser.SITE, "Acme", PasskeyBrowser.ORIGIN))),
                PageSettings.defaults())) {
            passkeys.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = passkeys.browser("en").signedIn(EMAIL, PASSWORD);
            assertThat(ana.open("/account").body()).doesNotContain(PATH, "Authenticator app");
            assertThat(ana.open(PATH).statusCode()).isEqualTo(404);
            ana.open("/account");
            for (String form : List.of(PATH, CONFIRM, REMOVE)) {
                assertThat(ana.submit(form, Map.of()).statusCode()).as(form).isEqualTo(404);
            }
        }
    }
}
