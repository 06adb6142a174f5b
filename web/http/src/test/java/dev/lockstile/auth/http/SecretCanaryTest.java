package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every flow, with the log at its finest: no password, code or token is in a line, a stored row, an event or the text
 * of an answer that is no token answer (ASVS 16.2.5).
 */
class SecretCanaryTest extends AttackFixture {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.lockstile");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Set<String> secrets = new LinkedHashSet<>();

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void silence() {
        root.detachAppender(lines);
        ours.setLevel(null);
    }

    @Test
    void no_secret_leaves_the_place_it_is_meant_for() {
        everyFlow();
        assertThat(secrets).hasSizeGreaterThan(12);
        assertThat(store.dump().lines()).noneMatch(this::holdsSecret);
        assertThat(heard).isNotEmpty().noneMatch(event -> holdsSecret(event.toString()));
        assertThat(lines.list).noneMatch(line -> holdsSecret(text(line)));
        assertThat(mailbox.latest().toString()).doesNotContain(mailbox.latest().text());
    }

    @Test
    void the_search_finds_what_is_planted() {
        secrets.add("483920");
        assertThat(holdsSecret("users (phone=+5215548392012)")).isFalse();
        assertThat(holdsSecret("sms (text=Your code is 483920.)")).isTrue();
        LoggerFactory.getLogger("dev.lockstile.auth.planted").trace("code {}", "483920");
        assertThat(lines.list).anyMatch(line -> holdsSecret(text(line)));
    }

    private static String text(ILoggingEvent line) {
        String trace = line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
        return line.getFormattedMessage() + ' ' + trace;
    }

    /** A secret as a word of its own, so that six digits inside a longer number are no find. */
    private boolean holdsSecret(String text) {
        return secrets.stream()
                .anyMatch(secret -> text.contains(secret)
                        && Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])")
                                .matcher(text)
                                .find());
    }

    private void everyFlow() {
        List<String> passwords = new ArrayList<>(List.of(PASSWORD, "wrong-attempt-8812", "second-word-7719"));
        secrets.addAll(passwords);
        register(VICTIM, "username", "victor");
        keepLink();
        confirm();
        login(VICTIM, "wrong-attempt-8812");
        JsonNode first = kept(tokens(VICTIM));
        refresh(first);
        refresh(first);
        JsonNode live = kept(tokens(VICTIM));
        codes();
        changes(bearer(live));
        passwords(bearer(live));
        JsonNode last = kept(login(VICTIM, "second-word-7719").json().path("tokens"));
        as(bearer(last), "POST", "logout/all/");
    }

    private void codes() {
        codeByMail(VICTIM);
        secrets.add(mailbox.code());
        enter("email", VICTIM, not(mailbox.code()));
        kept(enter("email", VICTIM, mailbox.code()).json().path("tokens"));
        codeByText(EVES_PHONE);
        secrets.add(texts.lastCode(EVES_PHONE));
        kept(enter("phone", EVES_PHONE, texts.lastCode(EVES_PHONE)).json().path("tokens"));
        assertThat(texts.last(EVES_PHONE).toString()).doesNotContain(texts.lastCode(EVES_PHONE));
    }

    private void changes(TestClient caller) {
        as(caller, "PATCH", "account/update/", "email", "new@example.com", "language", "es");
        secrets.add(mailbox.code());
        as(caller, "POST", "account/confirm-change/", "challenge_id", "nobodys", "code", mailbox.code());
        register("other@example.com");
        keepLink();
    }

    private void passwords(TestClient caller) {
        as(
                caller,
                "POST",
                "password-reset/change/",
                "old_password",
                "wrong-attempt-8812",
                "new_password",
                "second-word-7719",
                "new_password_confirm",
                "second-word-7719");
        clock.advance(Duration.ofMinutes(3));
        post("password-reset/request/", "email", VICTIM);
        String link = keepLink();
        reset(link, "short");
        assertThat(reset(link, "second-word-7719").status()).isEqualTo(200);
    }

    private String keepLink() {
        String link = mailbox.link();
        secrets.add(link.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1"));
        return link;
    }

    private JsonNode kept(JsonNode tokens) {
        secrets.add(tokens.path("accessToken").asString());
        secrets.add(tokens.path("refreshToken").asString());
        return tokens;
    }
}
