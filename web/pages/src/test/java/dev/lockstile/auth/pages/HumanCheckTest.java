package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.FormTokens;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages in a host that asks whether a person is there: no page waits for a message that was not sent. */
class HumanCheckTest {

    private final Routes routes = new Routes(answering(OwnAccount.class, Map.of()), caller -> Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "/forgotten, en, Nothing has been sent",
        "/forgotten, es, No se envió nada",
        "/forgotten, pt, Nada foi enviado",
        "/code, en, Nothing has been sent",
        "/register, en, Nothing has been sent"
    })
    void a_wanted_check_is_told(String path, String language, String text) throws IOException {
        PasswordChanges passwords =
                answering(PasswordChanges.class, Map.of("requestReset", Outcome.humanCheck("site-key")));
        PasswordEntry entry = new PasswordEntry(answering(PasswordLogin.class, Map.of()), EntrySettings.defaults());
        FirstPasswordPages first = new FirstPasswordPages(
                passwords, answering(SecondFactors.class, Map.of()), answering(StepUp.class, Map.of()));
        SentMessage sent = new SentMessage("sent", Duration.ofMinutes(1), Clock.systemUTC());
        new PasswordPages(passwords, first, entry, sent).add(routes);
        new CodePages(
                        answering(CodeLogin.class, Map.of("request", Outcome.humanCheck("key"))),
                        CodeSettings.owasp(),
                        EntrySettings.defaults(),
                        Clock.systemUTC())
                .add(routes);
        new RegisterPages(
                        answering(Registrations.class, Map.of("register", Outcome.humanCheck("key"))),
                        new OwnFields(List.of()),
                        entry,
                        new RegistrationSent(sent),
                        false,
                        false,
                        Clock.systemUTC())
                .add(routes);
        PageRequest request = request(path, language);
        Reply reply = routes.find("POST", path).apply(request);
        assertThat(reply).isInstanceOf(Reply.Page.class);
        assertThat(((Reply.Page) reply).status()).isEqualTo(403);
        assertThat(new PageRenderer(PageSettings.defaults(), AdminHome.NONE, 15, false, false, List.of())
                        .render((Reply.Page) reply, request))
                .contains(text);
    }

    private static PageRequest request(String path, String language) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "contact", "ana@example.com",
                "email", "ana@example.com",
                "first_name", "Ana",
                "last_name_1", "Ruiz",
                "password", "plum-harbour-4417",
                "password_confirm", "plum-harbour-4417",
                "terms", "on"));
        Cookies cookies = new Cookies(
                answering(HttpServletRequest.class, Map.of()), answering(HttpServletResponse.class, Map.of()), false);
        FormTokens tokens = answering(FormTokens.class, Map.of("newMark", "mark", "token", "token"));
        return new PageRequest(
                new Sender(
                        new Mount("", path),
                        "/account",
                        Texts.all().get(language),
                        new Times(Texts.all().get(language), Clock.systemUTC()),
                        "203.0.113.7",
                        null),
                typed,
                cookies,
                PageSession.nobody(answering(Sessions.class, Map.of()), cookies),
                new Csrf(tokens, new FormOwner(tokens, Clock.systemUTC())));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                HumanCheckTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getReturnType() == boolean.class ? Boolean.FALSE : answers.get(method.getName())));
    }
}
