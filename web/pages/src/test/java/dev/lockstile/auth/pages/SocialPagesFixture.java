package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Pages of a host with two other sites, and the way to one of them and back. */
abstract class SocialPagesFixture {

    static final String EMAIL = "ana@example.com";
    static final String PASSWORD = "plum-harbour-4417";
    static final Pattern THERE = Pattern.compile("class=\"button\" href=\"([^\"]+)\"");

    final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();
    final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional().requiredOf((user, profiles) -> isStaff(user)))
                    .social(SocialSettings.of(corp, TestSocialProvider.named("github"))
                            .allowSignUp()
                            .returningTo("https://other.example", "https://acme.example"))),
            PageSettings.defaults(),
            HttpSettings.defaults());

    static boolean isStaff(UserInfo user) {
        return String.valueOf(user.email()).endsWith("@staff.example");
    }

    @BeforeEach
    void sameClock() {
        corp.clock(server.kit.clock());
    }

    @AfterEach
    void close() {
        server.close();
    }

    URI away(PagesBrowser browser, String form) {
        browser.open(form.startsWith("/account") ? "/account" : "/sign-in");
        return there(browser.submit(form, Map.of("provider", "corp")));
    }

    static URI there(HttpResponse<String> sent) {
        Matcher there = THERE.matcher(sent.body());
        assertThat(there.find()).as(sent.body()).isTrue();
        return URI.create(there.group(1).replace("&amp;", "&"));
    }

    String callback(URI there, SocialPerson person) {
        return "/social/callback/corp?code=" + corp.code(person, there).reveal() + "&state="
                + TestSocialProvider.parameter(there, "state");
    }

    /** Goes there, comes back as this person, and stands before the last button. */
    void back(PagesBrowser browser, String form, SocialPerson person) {
        HttpResponse<String> answer = browser.open(callback(away(browser, form), person));
        assertThat(answer.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/social/back?social=done");
        assertThat(browser.open("/social/back?social=done").statusCode()).isEqualTo(200);
    }
}
