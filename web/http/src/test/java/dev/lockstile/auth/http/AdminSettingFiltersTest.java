package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.setting.SettingKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters of a change by a query, where a request may have members that are not known. */
class AdminSettingFiltersTest extends WholeStack {

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.userSettings(SettingKey.bool("beta_tester", false));
    }

    @Override
    HttpSettings served() {
        return HttpSettings.defaults().allowUnknownMembers();
    }

    @Test
    void a_filter_that_is_empty_or_not_known_changes_no_account() {
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        TestClient root = as(tokens("root@example.com"));
        for (String filter : List.of(
                "\"find\":\" \"",
                "\"find\":null",
                "\"role\":\"\"",
                "\"proven\":null",
                "\"seen_from\":\"\"",
                "\"stat\":\"disabled\"",
                "\"filter\":{}")) {
            assertThat(root.post("/auth/admin/users/settings/", request(filter + ","))
                            .status())
                    .as(filter)
                    .isEqualTo(400);
        }
        assertThat(root.post("/auth/admin/users/settings/", request("")).json().toString())
                .contains("\"changed\":1");
    }

    private static String request(String filter) {
        return "{" + filter + "\"settings\":{\"beta_tester\":true},\"reason\":\"ticket 7\"}";
    }
}
