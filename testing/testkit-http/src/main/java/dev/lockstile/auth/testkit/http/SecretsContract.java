package dev.lockstile.auth.testkit.http;

import static dev.lockstile.auth.testkit.http.AttackedHost.OTHER_PASSWORD;
import static dev.lockstile.auth.testkit.http.AttackedHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SentLink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes, links and refresh tokens: guessed seldom, used once, never written down. */
abstract class SecretsContract extends AttackContract {

    private static final String ANA = "ana@example.com";
    private static final int MANY = 40;

    @Test
    void many_wrong_attempts_spoil_the_right_code() {
        AttackedHost host = unlimited();
        host.member(ANA);
        host.pass(Duration.ofMinutes(5));
        host.requestCode(ANA);
        String code = host.code(ANA);
        for (int attempt = 0; attempt < MANY; attempt++) {
            assertThat(host.enterCode(ANA, AttackedHost.not(code)).status()).isNotEqualTo(200);
        }
        assertThat(host.enterCode(ANA, code).status()).isNotEqualTo(200);
    }

    @Test
    void many_wrong_passwords_are_slowed_down() {
        AttackedHost host = limited();
        host.member(ANA);
        List<Integer> statuses = new ArrayList<>();
        for (int attempt = 0; attempt < MANY; attempt++) {
            statuses.add(host.login(ANA, "wrong-word-" + attempt).status());
        }
        assertThat(statuses).contains(401, 429).doesNotContain(200, 500);
    }

    @Test
    void a_code_and_a_link_work_once() {
        AttackedHost host = unlimited();
        host.register(ANA);
        SentLink proof = host.link(ANA);
        assertThat(host.confirm(proof).status()).isEqualTo(200);
        assertThat(host.confirm(proof).code()).isEqualTo("invalid_link");
        host.pass(Duration.ofMinutes(5));
        host.requestCode(ANA);
        String code = host.code(ANA);
        assertThat(host.enterCode(ANA, code).status()).isEqualTo(200);
        assertThat(host.enterCode(ANA, code).code()).isEqualTo("invalid_code");
        host.client.post("password-reset/request/", "email", ANA);
        SentLink reset = host.link(ANA);
        assertThat(host.reset(reset, OTHER_PASSWORD).status()).isEqualTo(200);
        assertThat(host.reset(reset, PASSWORD).code()).isEqualTo("invalid_link");
        assertThat(host.login(ANA, OTHER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void an_old_refresh_token_ends_the_session() {
        AttackedHost host = unlimited();
        host.member(ANA);
        AttackedHost.Tokens first = host.tokens(ANA);
        AuthReply rotated = host.refresh(first.refresh());
        assertThat(rotated.status()).isEqualTo(200);
        host.pass(Duration.ofMinutes(2));
        assertThat(host.refresh(first.refresh()).status()).isEqualTo(401);
        assertThat(host.refresh(rotated.field("refresh")).status())
                .as("the thief and the owner are both out")
                .isEqualTo(401);
    }

    @Test
    void no_password_code_or_token_is_printed() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, "wrong-word-7731"));
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            secrets.addAll(used(unlimited()));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(secrets).hasSizeGreaterThan(6).noneMatch(text::contains);
    }

    private static List<String> used(AttackedHost host) {
        AuthReply registered = host.register(ANA);
        SentLink proof = host.link(ANA);
        host.confirm(proof, registered);
        host.login(ANA, "wrong-word-7731");
        AttackedHost.Tokens tokens = host.tokens(ANA);
        host.pass(Duration.ofMinutes(5));
        host.requestCode(ANA);
        String code = host.code(ANA);
        AttackedHost.Tokens byCode = AttackedHost.Tokens.of(host.enterCode(ANA, code));
        host.refresh(byCode.refresh());
        host.refresh(byCode.refresh());
        host.client.post("password-reset/request/", "email", ANA);
        SentLink reset = host.link(ANA);
        host.reset(reset, OTHER_PASSWORD);
        return List.of(
                registered.field("registration"),
                proof.token(),
                reset.token(),
                tokens.access(),
                tokens.refresh(),
                byCode.access(),
                byCode.refresh(),
                OTHER_PASSWORD);
    }
}
