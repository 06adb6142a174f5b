package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.token.Caller;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings of others over HTTP. */
class AdminSettingEndpointsTest extends WholeStack {

    private TestClient root;
    private Caller ana;
    private String path;

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.userSettings(
                        SettingKey.bool("beta_tester", false), SettingKey.date("premium_until", LocalDate.EPOCH))
                .profileSettings(SettingKey.number("seats", 1, 50, 1));
    }

    @Override
    HttpSettings served() {
        return HttpSettings.defaults().withSnakeCase().refuseUnknownMembers();
    }

    @BeforeEach
    void people() {
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        root = as(tokens("root@example.com"));
        account("ana@example.com");
        ana = auth.sessions()
                .authenticate(tokens("ana@example.com").path("accessToken").asString())
                .orElseThrow();
        path = "/auth/admin/users/" + ana.user() + "/";
    }

    @Test
    void settings_of_an_account_and_of_its_profiles_are_changed_and_shown() {
        assertThat(root.patch(path + "settings/", sent("\"premium_until\":\"2027-01-31\""))
                        .status())
                .isEqualTo(204);
        String profile = "\"profile\":\"" + ana.profile() + "\",";
        assertThat(root.patch(
                                path + "profile-settings/",
                                "{" + profile + sent("\"seats\":7").substring(1))
                        .status())
                .isEqualTo(204);
        assertThat(root.get(path + "settings/").json().toString())
                .isEqualTo(
                        "{\"settings\":{\"beta_tester\":false,\"premium_until\":\"2027-01-31\"},\"profiles\":[{\"id\":"
                                + ana.profile() + ",\"settings\":{\"seats\":7}}]}");
    }

    @Test
    void an_unknown_name_a_wrong_value_and_no_setting_at_all_are_refused_by_their_names() {
        assertThat(root.patch(path + "settings/", sent("\"gamma\":true")).text())
                .contains("\"errors\":{\"settings\":[\"gamma: There is no such setting here; there are: beta_tester,"
                        + " premium_until.\"]}");
        assertThat(root.patch(path + "settings/", sent("\"beta_tester\":\"yes\""))
                        .text())
                .contains("beta_tester: ");
        assertThat(root.patch(path + "settings/", sent("")).status()).isEqualTo(400);
        assertThat(root.patch(path + "settings/", "{\"reason\":\"ticket 7\"}").status())
                .isEqualTo(400);
        assertThat(root.patch(path + "settings/", "{\"settings\":{\"beta_tester\":true}}")
                        .status())
                .isEqualTo(400); // no reason
        assertThat(root.get(path + "settings/").text()).contains("\"beta_tester\":false");
    }

    @Test
    void accounts_that_a_query_finds_are_changed_page_by_page() {
        account("bea@example.com");
        String next = root.post("/auth/admin/users/settings/", paged(null))
                .json()
                .path("next")
                .asString();
        assertThat(root.post("/auth/admin/users/settings/", paged(next)).json().toString())
                .isEqualTo("{\"changed\":1,\"passed_over\":0,\"next\":null}");
        assertThat(root.get(path + "settings/").text()).contains("\"beta_tester\":true");
        String found = "{\"find\":\"ana@example.com\"," + sent("\"seats\":9").substring(1);
        assertThat(root.post("/auth/admin/users/profile-settings/", found)
                        .json()
                        .toString())
                .isEqualTo("{\"changed\":1,\"passed_over\":0,\"next\":null}");
        assertThat(root.get(path + "settings/").text()).contains("\"seats\":9");
    }

    private static String paged(String after) {
        String from = after == null ? "" : "\"after\":\"" + after + "\",";
        return "{\"size\":2,\"oldest_first\":true," + from
                + sent("\"beta_tester\":true").substring(1);
    }

    private static String sent(String settings) {
        return "{\"settings\":{" + settings + "},\"reason\":\"ticket 7\"}";
    }
}
