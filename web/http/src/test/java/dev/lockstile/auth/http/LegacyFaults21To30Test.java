package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Attacks 21 to 30 that succeed against the Python library, each run against ours over HTTP. */
class LegacyFaults21To30Test extends AttackFixture {

    private final AtomicBoolean profilesFail = new AtomicBoolean();

    @Override
    AuthStore seenBy(AuthStore whole) {
        return BrokenProfiles.around(whole, profilesFail);
    }

    @Test
    void fault_21_a_registration_that_fails_half_way_leaves_nothing_behind() {
        profilesFail.set(true);
        assertThat(register(VICTIM).status()).isEqualTo(503);
        assertThat(store.dump()).doesNotContain(VICTIM);
        assertThat(mailbox.count()).isZero();
        profilesFail.set(false);
        account(VICTIM);
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void fault_22_setting_one_rate_leaves_the_others_on() {
        open(settings().withThrottles(ThrottleSettings.owasp().with(RateLimit.REGISTER_IP, Rate.perHour(500))));
        account(VICTIM);
        int refused = 0;
        for (int n = 0; n < 60; n++) {
            refused += login("nobody" + n + "@example.com", "wrong-word").status() == 429 ? 1 : 0;
        }
        assertThat(refused).as("many names from one address").isPositive();
        clock.advance(Duration.ofDays(1));
        TestClient victim = signedIn(VICTIM);
        int stopped = 0;
        for (int n = 0; n < 60; n++) {
            stopped += as(
                                            victim,
                                            "POST",
                                            "password-reset/change/",
                                            "old_password",
                                            "wrong" + n,
                                            "new_password",
                                            "brand-new-word-91",
                                            "new_password_confirm",
                                            "brand-new-word-91")
                                    .status()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(stopped).as("attempts at the old password").isPositive();
    }

    @Test
    void fault_23_an_account_is_deleted_only_with_a_proof_and_a_real_yes() {
        account(VICTIM);
        TestClient thief = signedIn(VICTIM);
        clockPastTheProof();
        assertThat(as(thief, "DELETE", "account/delete/", "confirmation", "false", "password", PASSWORD)
                        .status())
                .isNotEqualTo(200);
        assertThat(as(thief, "DELETE", "account/delete/", "confirmation", true).status())
                .isNotEqualTo(200);
        assertThat(as(thief, "DELETE", "account/delete/", "confirmation", true, "password", "wrong-word-4417")
                        .status())
                .isNotEqualTo(200);
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(200);
        assertThat(as(signedIn(VICTIM), "DELETE", "account/delete/", "confirmation", true, "password", PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(401);
    }

    private void clockPastTheProof() {
        clock.advance(Duration.ofMinutes(4));
    }

    @Test
    void fault_24_one_signs_in_with_the_user_name() {
        register(VICTIM, "username", "victor");
        confirm();
        assertThat(login("victor", PASSWORD).status()).isEqualTo(200);
        assertThat(login("VICTOR", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void fault_25_no_provider_is_linked_or_unlinked() {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        for (String path : List.of("login/social/link/", "login/social/unlink/")) {
            assertThat(as(victim, "POST", path, "provider", "google", "id_token", "second")
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(200);

        SocialAttacker site = new SocialAttacker(this);
        TestClient owner = signedIn(VICTIM);
        assertThat(site.link(owner, site.corp, "1", VICTIM).status()).isEqualTo(200);
        assertThat(site.link(owner, site.corp, "2", VICTIM).status())
                .as("a second account of one provider")
                .isEqualTo(200);
        JsonNode only =
                site.signIn(site.corp, "9", "cleo@example.com", true).json().path("tokens");
        TestClient.Reply last = as(bearer(only), "POST", "login/social/unlink/", "provider", "corp");
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.code()).isEqualTo("last_sign_in_method");
    }

    @Test
    void fault_26_no_token_of_an_identity_provider_is_taken_at_all() {
        TestClient.Reply reply = post("login/social/", "provider", "oidc", "id_token", "e30.e30.", "client", "web");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isNotEmpty();
    }

    @Test
    void fault_27_no_address_in_a_request_is_fetched() throws Exception {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            canary.setSoTimeout(300);
            String url = "http://127.0.0.1:" + canary.getLocalPort() + "/a.png";
            post("login/social/", "provider", "custom", "id_token", "x", "picture", url, "client", "web");
            as(victim, "PATCH", "profile/picture/", "picture", url);
            as(victim, "PATCH", "profile/picture/", "picture", "file:///etc/passwd");
            SocialAttacker site = new SocialAttacker(this);
            assertThat(site.withPicture("5", "dora@example.com", url).status()).isEqualTo(200);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(canary::accept);
        }
    }

    @Test
    void fault_28_nobody_squats_a_number_with_an_invented_address() {
        for (String domain : List.of("otp.local", "phone.local")) {
            register("phone_525512345678@" + domain);
            confirm();
        }
        codeByText(VICTIMS_PHONE);
        TestClient.Reply in = enter("phone", VICTIMS_PHONE, texts.lastCode(VICTIMS_PHONE));
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().path("user").path("data").path("email").asString(""))
                .isEmpty();
    }

    @Test
    void fault_29_the_first_superuser_is_made_once_with_a_long_secret() {
        assertThatExceptionOfType(AuthSetupException.class)
                .isThrownBy(() -> open(settings(), builder -> builder.allowBootstrap(Secret.of("super-secret-token"))));
        String secret = "7f3e9a0c51d24b86a9d7f0e1b2c3d4e5";
        open(settings(), builder -> builder.allowBootstrap(Secret.of(secret)));
        assertThat(superuser("wrong", "a@example.com", PASSWORD).status()).isBetween(401, 403);
        assertThat(superuser("n\u00fcll", "a@example.com", PASSWORD).status()).isBetween(400, 403);
        assertThat(superuser(secret, "a@example.com", "1").status()).isEqualTo(400);
        int made = ParallelRun.winners(
                20,
                n -> superuser(secret, "admin" + n + "@example.com", PASSWORD).status() == 201);
        assertThat(made).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(superuser(secret, "late@example.com", PASSWORD).status()).isBetween(401, 403);
        TestClient bearer = client.with("X-Admin-Bootstrap-Token", secret);
        assertThat(as(bearer, "POST", "admin/create-staff/", "email", "s@example.com", "password", PASSWORD)
                        .status())
                .isBetween(401, 403);
    }

    private TestClient.Reply superuser(String secret, String email, String password) {
        TestClient bearer = client.with("X-Admin-Bootstrap-Token", secret);
        return as(bearer, "POST", "admin/create-superuser/", "email", email, "password", password);
    }

    @Test
    void fault_30_answers_hold_what_is_listed_and_nothing_else() {
        account(VICTIM);
        TestClient.Reply mobile = post(
                "login/basic/",
                "login",
                VICTIM,
                "password",
                PASSWORD,
                "client",
                "mobile",
                "device",
                Map.of("platform", "ios", "name", "phone", "notification_token", "push-1"));
        assertThat(mobile.status()).isEqualTo(200);
        assertThat(keys(mobile.json()))
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "username",
                        "phone",
                        "is_verified",
                        "language",
                        "timezone",
                        "terms_and_conditions",
                        "profiles",
                        "active_profile",
                        "user_settings",
                        "profile_settings",
                        "profile_completion_required",
                        "tokens",
                        "device_registered",
                        "trusted_device");
        assertThat(keys(mobile.json().path("active_profile")))
                .containsExactlyInAnyOrder(
                        "id",
                        "first_name",
                        "last_name_1",
                        "last_name_2",
                        "birthday",
                        "gender",
                        "role",
                        "label",
                        "is_default",
                        "is_active",
                        "picture",
                        "display_name",
                        "full_name",
                        "settings");
        JsonNode web = login(VICTIM, PASSWORD).json();
        assertThat(keys(web))
                .containsExactlyInAnyOrder(
                        "user",
                        "active_profile",
                        "user_settings",
                        "profile_settings",
                        "terms_and_conditions",
                        "profile_completion_required",
                        "tokens",
                        "trusted_device");
        assertThat(keys(web.path("user").path("data")))
                .containsExactlyInAnyOrder(
                        "display_name", "full_name", "photoURL", "email", "username", "birthday", "shortcuts");
    }

    private static Set<String> keys(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }
}
