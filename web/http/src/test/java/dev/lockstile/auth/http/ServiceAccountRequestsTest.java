package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts of programs and their keys, over HTTP. */
class ServiceAccountRequestsTest extends WholeStack {

    private TestClient root;

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.apiKeys(ApiKeySettings.withPrefix("acme"))
                .roles(Role.named("exporter").may("orders:read").forPrograms());
    }

    @BeforeEach
    void signIn() {
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        root = as(tokens("root@example.com"));
    }

    private TestClient.Reply open(String body) {
        return root.post("/auth/admin/service-accounts/", body);
    }

    @Test
    void staff_open_an_account_and_make_list_rotate_and_revoke_its_keys() {
        TestClient.Reply opened = open("{\"username\":\"nightly\",\"role\":\"exporter\",\"reason\":\"ticket 1\"}");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().path("username").asString()).isEqualTo("nightly");
        assertThat(opened.json().path("is_program").asBoolean()).isTrue();
        String path = "/auth/admin/service-accounts/" + opened.json().path("id").asString() + "/";
        TestClient.Reply made =
                root.post(path + "api-keys/", "{\"name\":\"night\",\"scope\":\"orders:read\",\"reason\":\"ticket 1\"}");
        assertThat(made.status()).isEqualTo(201);
        String secret = made.json().path("key").asString();
        assertThat(auth.apiKeys().authenticate(secret).orElseThrow().permissions())
                .containsExactly("orders:read");
        assertThat(root.get(path + "api-keys/").json()).hasSize(1);
        String named = "{\"key\":\"" + made.json().path("id").asString() + "\",\"reason\":\"ticket 1\"}";
        TestClient.Reply rotated = root.post(path + "rotate-api-key/", named);
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(root.post(path + "revoke-api-key/", named).status()).isEqualTo(204);
        assertThat(root.post(path + "revoke-api-key/", named).code()).isEqualTo("unchanged");
        assertThat(auth.apiKeys()
                        .authenticate(rotated.json().path("key").asString())
                        .isDone())
                .isFalse();
        assertThat(root.post(path.replace("service-accounts", "users") + "disable/", "{\"reason\":\"ticket 2\"}")
                        .status())
                .isEqualTo(204);
        assertThat(root.post(path + "api-keys/", "{\"name\":\"night\",\"reason\":\"ticket 1\"}")
                        .code())
                .isEqualTo("unchanged");
    }

    @Test
    void what_is_missing_or_wrong_is_refused_with_its_field() {
        assertThat(open("{\"role\":\"exporter\"}").fields()).containsExactlyInAnyOrder("username", "reason");
        assertThat(open("{\"username\":\"nightly\",\"role\":\"USER\",\"reason\":\"ticket 1\"}")
                        .fields())
                .containsExactly("role");
        assertThat(open("{\"username\":\"a@example.com\",\"role\":\"exporter\",\"reason\":\"ticket 1\"}")
                        .fields())
                .containsExactly("username");
    }
}
