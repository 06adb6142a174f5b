package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Attacks 1 to 10 that succeed against the Python library, each run against ours over HTTP. */
class LegacyFaults01To10Test extends AttackFixture {

    @Test
    void fault_01_a_code_sent_to_ones_own_phone_opens_nobody_elses_account() {
        account(VICTIM);
        assertThat(post("otp/request/", "email", VICTIM, "phone", EVES_PHONE, "channel", "sms")
                        .status())
                .isEqualTo(400);
        assertThat(texts.messages()).isEmpty();

        TestClient.Reply own = codeByText(EVES_PHONE);
        String code = texts.lastCode(EVES_PHONE);
        String challenge = own.json().path("challenge_id").asString();
        assertThat(enter("email", VICTIM, code).code())
                .as("six digits, where a mail has eight")
                .isEqualTo("invalid_input");
        assertThat(enter("email", VICTIM, code, "challenge_id", challenge).code())
                .isEqualTo("invalid_input");
        assertThat(enter("email", VICTIM, code + "00", "challenge_id", challenge)
                        .code())
                .isEqualTo("invalid_code");
        assertThat(post("otp/verify/", "email", VICTIM, "phone", EVES_PHONE, "code", code, "client", "web")
                        .status())
                .isEqualTo(400);
        JsonNode eve = enter("phone", EVES_PHONE, code).json();
        assertThat(eve.path("user").path("data").path("email").asString("")).isEmpty();
    }

    @Test
    void fault_02_a_code_by_mail_is_mailed_and_printed_nowhere() {
        account(VICTIM);
        int before = mailbox.count();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            codeByMail(VICTIM);
        } finally {
            System.setOut(out);
        }
        assertThat(mailbox.count()).isEqualTo(before + 1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(mailbox.code());
    }

    @Test
    void fault_03_nobody_chooses_the_own_role() {
        register(VICTIM, "role", "ADMIN", "is_staff", true, "is_superuser", true);
        confirm();
        assertThat(roleOf(signedIn(VICTIM))).isEqualTo("user");

        codeByText(EVES_PHONE);
        JsonNode in = enter("phone", EVES_PHONE, texts.lastCode(EVES_PHONE), "role", "ADMIN")
                .json();
        assertThat(in.path("user").path("role").path(0).asString()).isEqualTo("user");

        TestClient victim = signedIn(VICTIM);
        long profile = victim.get("/auth/me/?client=web")
                .json()
                .path("active_profile")
                .path("id")
                .asLong();
        as(victim, "PATCH", "profiles/" + profile + "/", "role", "ADMIN", "is_active", false, "is_default", false);
        assertThat(roleOf(signedIn(VICTIM))).isEqualTo("user");

        SocialAttacker eve = new SocialAttacker(this);
        JsonNode opened = eve.signIn(eve.corp, "1", "eve@example.com", true, "role", "ADMIN")
                .json();
        assertThat(opened.path("user_created").asBoolean()).isTrue();
        assertThat(opened.path("user").path("role").path(0).asString()).isEqualTo("user");
    }

    private static String roleOf(TestClient caller) {
        return caller.get("/auth/me/?client=web")
                .json()
                .path("user")
                .path("role")
                .path(0)
                .asString();
    }

    @Test
    void fault_04_no_provider_links_an_account_by_an_unproven_address() {
        account(VICTIM);
        String before = store.dump();
        for (String path : List.of("login/social/", "login/social/precheck/", "login/social/link/")) {
            TestClient.Reply reply = post(path, "provider", "facebook", "access_token", "of-any-app", "client", "web");
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.code()).as(path).isNotEmpty();
        }
        assertThat(store.dump()).isEqualTo(before);

        SocialAttacker eve = new SocialAttacker(this);
        for (String unproven : List.of(VICTIM, "nobody@example.com")) {
            assertThat(eve.signIn(eve.corp, "1", unproven, false).code()).isEqualTo("social_email_not_verified");
            assertThat(eve.signIn(eve.forum, "1", unproven, true).code()).isEqualTo("social_email_not_verified");
        }
        assertThat(eve.signIn(eve.corp, "1", VICTIM, true).code()).isEqualTo("social_account_not_linked");
        assertThat(eve.withAccessToken("facebook-token-of-any-app").code()).isEqualTo("invalid_social_token");
    }

    @Test
    void fault_05_no_field_and_no_header_escapes_the_throttles() {
        account(VICTIM);
        int throttled = 0;
        for (int n = 0; n < 60; n++) {
            TestClient spoofed = client.with("X-Forwarded-For", "203.0.113." + n);
            TestClient.Reply reply = as(
                    spoofed,
                    "POST",
                    "login/basic/",
                    "login",
                    VICTIM,
                    "password",
                    "wrong-" + n,
                    "client",
                    "web",
                    "email",
                    "n" + n + "@example.com");
            throttled += reply.status() == 429 ? 1 : 0;
        }
        assertThat(throttled).as("of sixty wrong passwords").isGreaterThan(30);

        texts.clear();
        for (String spelt : List.of("+525512345678", "+52 55 1234 5678", "0052 55 1234 5678", "+52-55-1234-5678")) {
            post("otp/request/", "phone", spelt, "channel", "sms", "login", spelt + "x");
        }
        assertThat(texts.messages()).hasSize(1);
    }

    @Test
    void fault_06_a_disabled_user_does_not_enable_himself_and_a_confirmation_resets_nothing() {
        register(VICTIM);
        String link = mailbox.link();
        assertThat(reset(link, "of-the-attacker-77").code()).isEqualTo("invalid_link");
        assertThat(confirm().status()).isEqualTo(200);
        assertThat(confirm().code()).as("used").isEqualTo("invalid_link");

        UserId user = userId(signedIn(VICTIM));
        auth.admin().disable(user);
        int before = mailbox.count();
        post("registration/account-confirmation-email/resend/", "email", VICTIM);
        assertThat(mailbox.count()).isEqualTo(before);
        assertThat(confirm().code()).isEqualTo("invalid_link");
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(401);
    }

    private UserId userId(TestClient caller) {
        return auth.userId(
                        as(caller, "GET", "me/?client=mobile").json().path("id").asString())
                .orElseThrow();
    }

    @Test
    void fault_07_a_deleted_account_has_no_way_in() {
        UserId user = account(VICTIM);
        JsonNode tokens = tokens(VICTIM);
        codeByMail(VICTIM);
        String code = mailbox.code();
        auth.admin().delete(user);
        int before = mailbox.count();

        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(401);
        assertThat(enter("email", VICTIM, code).status()).isEqualTo(401);
        assertThat(refresh(tokens).status()).isEqualTo(401);
        for (String path : List.of("me/?client=web", "sessions/", "profiles/")) {
            assertThat(bearer(tokens).get("/auth/" + path).status()).as(path).isNotEqualTo(200);
        }
        post("password-reset/request/", "email", VICTIM);
        clock.advance(Duration.ofMinutes(10));
        codeByMail(VICTIM);
        assertThat(mailbox.count()).as("no message but a stranger's first code").isLessThanOrEqualTo(before + 1);
    }

    @Test
    void fault_08_nothing_revives_a_deleted_account_and_its_address_is_free() {
        UserId user = account(VICTIM);
        post("password-reset/request/", "email", VICTIM);
        String link = mailbox.link();
        JsonNode tokens = tokens(VICTIM);
        auth.admin().delete(user);

        assertThat(reset(link, "back-from-the-dead-9").code()).isEqualTo("invalid_link");
        as(bearer(tokens), "PATCH", "account/update/", "language", "es");
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(401);
        assertThat(login(VICTIM, "back-from-the-dead-9").status()).isEqualTo(401);

        UserId again = account(VICTIM);
        assertThat(again).isNotEqualTo(user);
    }

    @Test
    void fault_09_an_address_or_number_changes_only_with_its_proof() {
        account(VICTIM);
        TestClient thief = signedIn(VICTIM);
        as(thief, "PATCH", "account/update/", "email", "eve@example.com", "phone", VICTIMS_PHONE);
        assertThat(as(thief, "GET", "me/?client=mobile").json().path("email").asString())
                .isEqualTo(VICTIM);
        assertThat(login("eve@example.com", PASSWORD).status()).isEqualTo(401);

        clock.advance(Duration.ofHours(1));
        codeByText(VICTIMS_PHONE);
        JsonNode owner =
                enter("phone", VICTIMS_PHONE, texts.lastCode(VICTIMS_PHONE)).json();
        assertThat(owner.path("user").path("data").path("email").asString(""))
                .as("the number's owner does not land in the thief's account")
                .isEmpty();
    }

    @Test
    void fault_10_attempts_at_once_are_counted_and_a_right_code_wins_once() {
        account(VICTIM);
        codeByMail(VICTIM);
        String code = mailbox.code();
        int in = ParallelRun.winners(3, n -> enter("email", VICTIM, code).status() == 200);
        assertThat(in).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        codeByMail(VICTIM);
        String next = mailbox.code();
        ParallelRun.winners(8, n -> enter("email", VICTIM, not(next)).status() == 200);
        assertThat(enter("email", VICTIM, next).status())
                .as("eight attempts spent five")
                .isNotEqualTo(200);
    }
}
