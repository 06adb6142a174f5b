package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.PasswordFormat;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Attacks 11 to 20 that succeed against the Python library, each run against ours over HTTP. */
class LegacyFaults11To20Test extends AttackFixture {

    @Test
    void fault_11_no_seed_of_a_weak_generator_explains_the_codes() {
        List<String> codes = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            String phone = "+52551234560" + n;
            codeByText(phone);
            codes.add(texts.lastCode(phone));
        }
        long now = clock.millis();
        for (long seed = now - 1000; seed <= now + 1000; seed++) {
            Random weak = new Random(seed);
            List<String> predicted = codes.stream()
                    .map(code -> String.format("%06d", weak.nextInt(1_000_000)))
                    .toList();
            assertThat(predicted).isNotEqualTo(codes);
        }
        assertThat(new HashSet<>(codes)).as("no constant").hasSizeGreaterThan(1);
    }

    @Test
    void fault_12_no_code_and_no_link_rests_in_a_table() {
        account(VICTIM);
        codeByMail(VICTIM);
        String byMail = mailbox.code();
        codeByText(VICTIMS_PHONE);
        String byText = texts.lastCode(VICTIMS_PHONE);
        post("password-reset/request/", "email", VICTIM);
        String token = mailbox.link().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        String refresh = tokens(VICTIM).path("refreshToken").asString();

        assertThat(store.dump().lines())
                .noneMatch(row -> row.matches(".*(?<![0-9A-Za-z_-])(" + byMail + '|' + byText + ")(?![0-9A-Za-z_-]).*"))
                .noneMatch(row -> row.contains(token) || row.contains(refresh) || row.contains(PASSWORD));
        assertThat(store.messageLog()).isNotEmpty();
    }

    @Test
    void fault_13_a_refresh_token_rotates_and_ends_with_the_password() {
        account(VICTIM);
        JsonNode first = tokens(VICTIM);
        JsonNode stolen = tokens(VICTIM);
        TestClient.Reply rotated = refresh(first);
        assertThat(rotated.status()).isEqualTo(200);
        assertThat(refresh(first).status()).as("used").isEqualTo(401);

        JsonNode own = tokens(VICTIM);
        as(
                bearer(own),
                "POST",
                "password-reset/change/",
                "old_password",
                PASSWORD,
                "new_password",
                "brand-new-word-91",
                "new_password_confirm",
                "brand-new-word-91");
        assertThat(refresh(stolen).status()).isEqualTo(401);

        JsonNode afterChange = login(VICTIM, "brand-new-word-91").json().path("tokens");
        clock.advance(Duration.ofMinutes(5));
        post("password-reset/request/", "email", VICTIM);
        assertThat(reset(mailbox.link(), "once-more-new-4417").status()).isEqualTo(200);
        assertThat(refresh(afterChange).status()).isEqualTo(401);
        assertThat(bearer(afterChange).get("/auth/sessions/").status()).isEqualTo(401);
    }

    @Test
    void fault_14_look_alikes_do_not_disturb_the_owner() {
        account(VICTIM);
        for (String alike : List.of("VICTIM@example.com", "victim@EXAMPLE.COM", "ｖictim@example.com")) {
            register(alike);
            if (mailbox.latestHasLink()) {
                confirm();
            }
            assertThat(login(VICTIM, PASSWORD).status()).as(alike).isEqualTo(200);
        }
        assertThat(register("eve@example.com", "username", VICTIM).status()).isEqualTo(400);
        assertThat(register("eve@example.com", "username", VICTIMS_PHONE).status())
                .isEqualTo(400);
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void fault_15_an_inactive_user_gets_no_tokens_by_any_way_in() {
        UserId user = account(VICTIM);
        JsonNode tokens = tokens(VICTIM);
        codeByMail(VICTIM);
        String code = mailbox.code();
        auth.admin().disable(user);

        assertThat(enter("email", VICTIM, code).code()).isEqualTo("invalid_code");
        assertThat(login(VICTIM, PASSWORD).code()).isEqualTo("invalid_credentials");
        assertThat(refresh(tokens).code()).isEqualTo("invalid_token");

        SocialAttacker site = new SocialAttacker(this);
        JsonNode linked = site.signIn(site.corp, "1", "eve@example.com", true).json();
        auth.admin()
                .disable(auth.userId(site.userOf(bearer(linked.path("tokens")))).orElseThrow());
        assertThat(site.signIn(site.corp, "1", "eve@example.com", true).code()).isEqualTo("invalid_social_token");
    }

    @Test
    void fault_16_no_answer_tells_who_has_an_account() {
        account(VICTIM);
        String nobody = "nobody@example.com";
        clock.advance(Duration.ofMinutes(10));
        assertThat(post("password-reset/request/", "email", VICTIM).text())
                .isEqualTo(post("password-reset/request/", "email", nobody).text());
        String resend = "registration/account-confirmation-email/resend/";
        assertThat(post(resend, "email", VICTIM).textWithoutSecret())
                .isEqualTo(post(resend, "email", nobody).textWithoutSecret());
        JsonNode known = codeByMail(VICTIM).json();
        JsonNode unknown = codeByMail(nobody).json();
        assertThat(known.path("user_exist")).isEqualTo(unknown.path("user_exist"));
        assertThat(known.path("challenge_id").asString())
                .hasSameSizeAs(unknown.path("challenge_id").asString());
        assertThat(register(VICTIM).textWithoutSecret())
                .isEqualTo(register(nobody).textWithoutSecret());
        assertThat(login(VICTIM, "wrong-word").text())
                .isEqualTo(login("none@example.com", "wrong-word").text());
    }

    @Test
    void fault_17_one_policy_for_every_way_to_set_a_password() {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        assertThat(register("bea@example.com", "password", "1", "password_confirm", "1")
                        .fields())
                .contains("password");
        assertThat(as(
                                victim,
                                "POST",
                                "password-reset/change/",
                                "old_password",
                                PASSWORD,
                                "new_password",
                                "1",
                                "new_password_confirm",
                                "1")
                        .fields())
                .contains("new_password");
        post("password-reset/request/", "email", VICTIM);
        assertThat(reset(mailbox.link(), "1").fields()).contains("new_password");
        assertThat(login(VICTIM, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void fault_18_an_unknown_user_costs_as_much_as_a_known_one() throws Exception {
        HeldFormat format = new HeldFormat();
        open(settings().withPasswords(settings().passwords().withFormat(format).withPermits(1, Duration.ZERO)));
        account(VICTIM);
        UserId occupant = account("occupant@example.com");
        assertThat(store.<Boolean>alone(
                        tx -> tx.users().resetPassword(occupant, Secret.of(HeldFormat.STORED), clock.instant())))
                .isTrue();
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<Integer> other = elsewhere.submit(
                () -> login("occupant@example.com", "wrong-word-44").status());
        assertThat(format.entered.await(60, TimeUnit.SECONDS)).isTrue();
        try {
            for (String name : List.of(VICTIM, "nobody@example.com")) {
                assertThat(login(name, "wrong-word-44").code())
                        .as("nobody is refused without hashing, and there is no room for it")
                        .isEqualTo("busy");
            }
        } finally {
            format.enough.countDown();
            elsewhere.shutdown();
        }
        assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(401);
        for (String name : List.of(VICTIM, "nobody@example.com")) {
            assertThat(login(name, "wrong-word-44").status()).isEqualTo(401);
        }
    }

    /** A format whose comparison takes as long as the test wants. */
    private static final class HeldFormat implements PasswordFormat {

        static final String STORED = "held$";

        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch enough = new CountDownLatch(1);

        @Override
        public String id() {
            return "held";
        }

        @Override
        public boolean recognises(String stored) {
            return stored.equals(STORED);
        }

        @Override
        public boolean matches(String stored, byte[] passwordUtf8) {
            entered.countDown();
            try {
                enough.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    @Test
    void fault_19_an_older_code_is_dead_and_a_used_one_frees_no_cooldown() {
        account(VICTIM);
        codeByMail(VICTIM);
        String older = mailbox.code();
        clock.advance(Duration.ofMinutes(3));
        codeByMail(VICTIM);
        String newer = mailbox.code();
        assertThat(enter("email", VICTIM, newer).status()).isEqualTo(200);
        assertThat(enter("email", VICTIM, older).code()).isEqualTo("invalid_code");
        assertThat(codeByMail(VICTIM).status()).isEqualTo(429);
    }

    @Test
    void fault_20_a_missing_device_burns_no_code_and_makes_no_user() {
        codeByText(EVES_PHONE);
        String code = texts.lastCode(EVES_PHONE);
        String before = usersOf(store.dump());
        TestClient.Reply refused = post("otp/verify/", "phone", EVES_PHONE, "code", code, "client", "mobile");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains("device");
        assertThat(usersOf(store.dump())).isEqualTo(before);
        assertThat(enter("phone", EVES_PHONE, code).status()).isEqualTo(200);
    }

    private static String usersOf(String dump) {
        Set<String> rows = new java.util.TreeSet<>(Arrays.asList(dump.split("\n")));
        rows.removeIf(row -> !row.startsWith("users ") && !row.startsWith("user "));
        return String.join("\n", rows);
    }
}
