package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owner who has changed ways to sign in too often reads when the next change is granted. */
class FactorRatePagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String AGAIN = "Too many attempts. Try again in 1 hour";

    private static final Pattern PASSKEY = Pattern.compile("/account/passkey\\?id=([^\"&]+)");

    private final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();
    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(settings())
                    .secondFactors(SecondFactorSettings.optional())
                    .passkeys(Passkeys.relyingParty(PasskeyBrowser.SITE, "Acme", PasskeyBrowser.ORIGIN))
                    .social(SocialSettings.of(corp).returningTo("https://acme.example"))),
            PageSettings.defaults());
    private PagesBrowser ana;

    private static AuthSettings settings() {
        AuthSettings settings = AuthTestKit.settings();
        return settings.withThrottles(settings.throttles().with(RateLimit.FACTOR_CHANGE_USER, Rate.perHour(1)));
    }

    @BeforeEach
    void signIn() {
        corp.clock(server.kit.clock());
        server.kit.member(EMAIL, PASSWORD);
        ana = server.browser("en").signedIn(EMAIL, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_application_is_not_begun_again() {
        ana.open("/account/totp");
        assertThat(ana.submit("/account/totp", Map.of()).statusCode()).isEqualTo(200);
        told(ana.submit("/account/totp", Map.of()));
    }

    @Test
    void recovery_codes_are_not_renewed_and_a_passkey_is_not_named_or_added_and_is_removed() {
        PasskeyBrowser phone = PasskeyBrowser.of(ana);
        phone.add("phone");
        PasskeyBrowser in = phone.in(server.browser("en"));
        in.signIn();
        in.browser().open("/account/recovery-codes");
        told(in.browser().submit("/account/recovery-codes", Map.of()));
        Matcher passkey = PASSKEY.matcher(in.browser().open("/account").body());
        assertThat(passkey.find()).isTrue();
        String id = passkey.group(1);
        in.browser().open("/account/passkey?id=" + id);
        told(in.browser().submit("/account/passkey", Map.of("id", id, "name", "laptop")));
        told(in.browser().submit("/passkey/add", Map.of()));
        assertThat(in.browser()
                        .submit("/account/passkeys/remove", Map.of("id", id))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_account_at_another_site_is_not_linked() {
        ana.open("/account/totp");
        ana.submit("/account/totp", Map.of());
        ana.open("/account");
        HttpResponse<String> away = ana.submit("/account/social/link", Map.of("provider", "corp"));
        URI there = SocialPagesFixture.there(away);
        ana.open("/social/callback/corp?code="
                + corp.code(corp.person("7", EMAIL, true), there).reveal() + "&state="
                + TestSocialProvider.parameter(there, "state"));
        ana.open("/social/back?social=done");
        told(ana.submit("/social/finish", Map.of()));
    }

    private static void told(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains(AGAIN);
    }
}
