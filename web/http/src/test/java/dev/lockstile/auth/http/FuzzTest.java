package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded junk at every endpoint: no answer is a defect, and none grows with the request. */
class FuzzTest extends WithServer {

    private static final List<String> PATHS = List.of(
            "register",
            "registration/account-confirmation-email",
            "registration/account-confirmation-email/resend",
            "login/basic",
            "otp/request",
            "otp/verify",
            "token/refresh",
            "logout",
            "logout/all",
            "sessions/x",
            "profile/switch",
            "password-reset/request",
            "password-reset/confirm",
            "password-reset/change",
            "me",
            "account/update",
            "account/confirm-change",
            "account/delete",
            "profiles",
            "profiles/11",
            "profile/picture",
            "admin/create-superuser",
            "admin/create-staff",
            "login/social",
            "step-up");
    private static final List<String> FIELDS = List.of(
            "email",
            "phone",
            "username",
            "password",
            "password_confirm",
            "first_name",
            "last_name_1",
            "last_name_2",
            "birthday",
            "gender",
            "terms_and_conditions_accepted",
            "uid",
            "token",
            "login",
            "client",
            "device",
            "notification_token",
            "platform",
            "channel",
            "code",
            "challenge_id",
            "refresh",
            "profile",
            "new_password",
            "new_password_confirm",
            "old_password",
            "language",
            "timezone",
            "terms_and_conditions",
            "confirmation",
            "label",
            "picture",
            "detail",
            "errors",
            "",
            "role",
            "__proto__");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e400",
            "9999999999999999999999",
            "\"\"",
            "\" \"",
            "\"web\"",
            "\"mobile\"",
            "\"email\"",
            "\"sms\"",
            "\"a@x.com\"",
            "\"+525512345678\"",
            "\"2020-01-01\"",
            "\"-0001-01-01\"",
            "\"\\u202e\\ud83d\\ude00\"",
            "\"\\u0000\"",
            "\"\\udfff\"",
            "\"\\n\"",
            "\"%s%n{0}{max}\"",
            "\"${jndi:x}\"",
            "\"<script>\"",
            "\"' OR 1=1\"");

    private String value(Random random, int depth) {
        int kind = random.nextInt(depth > 3 ? 6 : 9);
        if (kind < 6) {
            return kind == 5 ? '"' + "x".repeat(random.nextInt(6000)) + '"' : pick(random, SCALARS);
        }
        return kind == 6
                ? "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]"
                : object(random, depth + 1);
    }

    private String object(Random random, int depth) {
        StringBuilder out = new StringBuilder("{");
        int count = random.nextInt(10);
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "\"" : ",\"")
                    .append(pick(random, FIELDS))
                    .append("\":")
                    .append(value(random, depth));
        }
        return out.append('}').toString();
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private byte[] body(Random random) {
        byte[] body = object(random, 0).getBytes(StandardCharsets.UTF_8);
        for (int flips = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0; flips > 0; flips--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    @Test
    void no_junk_is_a_defect_and_no_answer_is_long() {
        Random random = new Random(20260301);
        for (int round = 0; round < 3000; round++) {
            byte[] body = body(random);
            String path = "/auth/" + pick(random, PATHS) + (random.nextBoolean() ? "/" : "");
            String method = pick(random, List.of("POST", "POST", "POST", "POST", "GET", "DELETE", "PUT", "PATCH"));

            TestClient.Reply reply = client.signedIn().send(method, path, body, "application/json");

            assertThat(reply.status())
                    .as("round %d: %s %s", round, method, path)
                    .isIn(200, 201, 204, 400, 404, 405, 413);
            assertThat(reply.response().body().length).as("round %d", round).isLessThan(4096);
        }
    }
}
