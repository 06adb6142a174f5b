package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.setting.SettingKey;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings of the host over HTTP: the owner of the account sees and changes what the host lets, and nothing else. */
class SettingEndpointsTest extends WholeStack {

    private static final SettingKey<Boolean> BETA = SettingKey.bool("beta", false);

    private boolean known;

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.profileSettings(
                        SettingKey.bool("member", false).shownToOwner(),
                        SettingKey.choice("theme", "auto", "auto", "dark").changedByOwner())
                .userSettings(
                        BETA,
                        SettingKey.bool("news_letter", true).changedByOwner(),
                        SettingKey.choice("theme", "auto", "auto", "dark").changedByOwner(),
                        SettingKey.date("premium_until", LocalDate.EPOCH).shownToOwner());
    }

    @Override
    HttpSettings served() {
        return HttpSettings.defaults().withSnakeCase().refuseUnknownMembers();
    }

    @Test
    void the_owner_sees_the_defaults_and_changes_one_setting() {
        TestClient ana = ana();
        assertThat(ana.get("/auth/account/settings/").json().toString())
                .isEqualTo("{\"news_letter\":true,\"theme\":\"auto\",\"premium_until\":\"1970-01-01\"}");
        TestClient.Reply changed = ana.patch("/auth/account/settings/", "{\"news_letter\":false}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(ana.get("/auth/account/settings/").json().path("news_letter").asBoolean(true))
                .isFalse();
        assertThat(ana.patch("/auth/account/settings/", "{\"news_letter\":null}")
                        .json()
                        .path("news_letter")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void what_the_owner_may_not_change_is_refused_by_its_name() {
        TestClient ana = ana();
        for (String name : new String[] {"beta", "premium_until", "language", "is_superuser"}) {
            TestClient.Reply refused =
                    ana.patch("/auth/account/settings/", "{\"" + name + "\":true,\"theme\":\"dark\"}");
            assertThat(refused.status()).as(name).isEqualTo(400);
            assertThat(refused.text()).as(name).contains(name);
        }
        assertThat(ana.get("/auth/account/settings/").text()).contains("auto").doesNotContain("beta");
    }

    @Test
    void a_wrong_value_names_its_field() {
        TestClient ana = ana();
        assertThat(ana.patch("/auth/account/settings/", "{\"theme\":\"pink\"}").text())
                .contains("theme", "invalid");
        assertThat(ana.patch("/auth/account/settings/", "{\"news_letter\":\"yes\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void without_a_token_nothing_is_shown_or_changed() {
        assertThat(client.get("/auth/account/settings/").status()).isEqualTo(401);
        assertThat(client.patch("/auth/account/settings/", "{\"theme\":\"dark\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void settings_show_in_me_among_the_others() {
        TestClient ana = ana();
        ana.patch("/auth/account/settings/", "{\"theme\":\"dark\"}");
        assertThat(ana.get("/auth/me/?client=web")
                        .json()
                        .path("user_settings")
                        .path("theme")
                        .asString())
                .isEqualTo("dark");
    }

    @Test
    void the_description_has_the_settings_and_a_host_without_any_has_no_such_path() {
        String described = OpenApi.document(auth, served(), "/auth");
        assertThat(described)
                .contains("/account/settings/", "premium_until", "theme")
                .doesNotContain("x-settings");
        assertThat(described).contains("/profiles/{id}/settings/", "/admin/users/{id}/profile-settings/");
        String owners = described.substring(
                described.indexOf("\"/account/settings/\""), described.indexOf("\"/account/update/\""));
        assertThat(owners).contains("theme").doesNotContain("\"beta\"");
        assertThat(OpenApi.document(served(), "/auth")).doesNotContain("settings/\"");
    }

    @Test
    void an_unknown_setting_is_refused_with_the_names_of_the_known_ones() {
        for (String path : List.of("account/settings/", profile(ana()) + "settings/")) {
            assertThat(ana().patch("/auth/" + path, "{\"premium\":true}").text())
                    .as(path)
                    .contains("\"errors\":{\"premium\":[\"There is no such setting here; there are: ", "theme");
        }
    }

    @Test
    void a_profile_has_settings_of_its_own() {
        TestClient ana = ana();
        String path = "/auth/" + profile(ana) + "settings/";
        assertThat(ana.get(path).json().toString()).isEqualTo("{\"member\":false,\"theme\":\"auto\"}");
        assertThat(ana.patch(path, "{\"theme\":\"dark\"}").json().toString())
                .isEqualTo("{\"member\":false,\"theme\":\"dark\"}");
        assertThat(ana.patch(path, "{\"member\":true}").status()).isEqualTo(400);
        assertThat(ana.get("/auth/account/settings/").text()).contains("\"theme\":\"auto\"");
        account("bea@example.com");
        TestClient bea = as(tokens("bea@example.com"));
        assertThat(bea.get(path).code()).isEqualTo("profile_not_found");
        assertThat(bea.patch(path, "{\"theme\":\"auto\"}").code()).isEqualTo("profile_not_found");
        assertThat(client.get(path).status()).isEqualTo(401);
        assertThat(ana.get(path).text()).contains("dark");
    }

    private static String profile(TestClient owner) {
        return "profiles/"
                + owner.get("/auth/profiles/").json().path(0).path("id").asString() + "/";
    }

    private TestClient ana() {
        if (!known) {
            account("ana@example.com");
            known = true;
        }
        return as(tokens("ana@example.com"));
    }
}
