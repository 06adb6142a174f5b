package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Language, time zone, and settings that the host declares for the owner of an account. */
class PreferencePagesTest {

    private static final String PATH = "/account/preferences";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final SettingKey<Boolean> LETTER =
            SettingKey.bool("newsletter", false).changedByOwner();
    private static final SettingKey<Long> ROWS =
            SettingKey.number("rows", 1, 100, 20).changedByOwner();
    private static final SettingKey<String> PLAN =
            SettingKey.text("plan", 20, "free").shownToOwner();
    private static final SettingKey<String> HIDDEN = SettingKey.text("score", 20, "secret-score");

    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings())
                    .userSettings(LETTER, ROWS, PLAN, HIDDEN)),
            PageSettings.defaults()
                    .withOverrides(PageOverrides.none().withText("en", "own.newsletter", "Send me the newsletter")));
    private PagesBrowser ana;
    private UserId user;

    @BeforeEach
    void begin() {
        server.kit.member(ANA, PASSWORD);
        user = server.kit.signIn(ANA, PASSWORD).user().id();
        ana = server.browser("en").signedIn(ANA, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void language_zone_and_settings_are_saved_and_shown() {
        assertThat(ana.open("/account").body()).contains(PATH);
        assertThat(ana.open(PATH).body())
                .contains("Send me the newsletter", "name=\"own_rows\"", "value=\"20\"", "<dd>free</dd>")
                .doesNotContain("secret-score", "name=\"own_plan\"");
        HttpResponse<String> saved = ana.submitAndFollow(
                PATH, Map.of("language", "es", "timezone", "Europe/Madrid", "own_rows", "50", "own_newsletter", "on"));
        assertThat(saved.body())
                .contains("Tus ajustes están guardados.", "value=\"Europe/Madrid\"", "value=\"50\"", "checked");
        assertThat(server.kit.auth().userSettings().of(user).orElseThrow().get(LETTER))
                .isTrue();
        assertThat(server.kit.auth().admin().find(user).orElseThrow().timezone())
                .isEqualTo("Europe/Madrid");
        ana.submit(PATH, Map.of("language", "es", "timezone", "Europe/Madrid", "own_rows", "50"));
        assertThat(server.kit.auth().userSettings().of(user).orElseThrow().get(LETTER))
                .isFalse();
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_nothing_is_saved() {
        ana.open(PATH);
        HttpResponse<String> zone =
                ana.submit(PATH, Map.of("language", "en", "timezone", "no zone!", "own_rows", "50"));
        assertThat(zone.statusCode()).isEqualTo(400);
        assertThat(zone.body()).contains("id=\"timezone-error\"", "value=\"no zone!\"");
        assertThat(ana.submit(PATH, Map.of("language", "en", "own_rows", "101")).body())
                .contains("id=\"own_rows-error\"");
        assertThat(server.kit.auth().userSettings().of(user).orElseThrow().get(ROWS))
                .isEqualTo(20);
    }

    @Test
    void a_setting_that_its_owner_may_not_change_stays() {
        ana.open(PATH);
        ana.submit(PATH, Map.of("language", "en", "own_rows", "50", "own_plan", "gold", "own_score", "1"));
        assertThat(server.kit.auth().userSettings().of(user).orElseThrow().get(PLAN))
                .isEqualTo("free");
    }
}
