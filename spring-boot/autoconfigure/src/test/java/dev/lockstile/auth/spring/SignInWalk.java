package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.upkeep.Retention;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that a shop does whose entities are those of sign-in: over HTTP, and by its own code. */
final class SignInWalk {

    private static final String EMAIL = "ana@shop.example";

    private SignInWalk() {}

    /** In a process of its own, so that the classes that it loads can be counted. */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = ShopHost.onH2().start(arguments)) {
            take(context);
        }
    }

    static void take(ConfigurableApplicationContext context) {
        signIn(context);
        administer(context.getBean(Auth.class));
        assertThat(context.getBean(Shop.class).open("eva@shop.example", "acme")).isInstanceOf(Outcome.Done.class);
    }

    private static void signIn(ConfigurableApplicationContext context) {
        Http http = Http.of(context);
        RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
        HttpResponse<String> registered = http.post("/auth/register/", Http.registration(EMAIL));
        emails.await(1, Duration.ofSeconds(20));
        ok(http.confirm(emails.lastLink(EMAIL), registered));
        HttpResponse<String> login = http.post("/auth/login/basic/", Http.login(EMAIL));
        String[] bearer = {"Authorization", "Bearer " + Http.access(login)};
        ok(http.get("/auth/me/?client=web", bearer));
        ok(http.get("/auth/sessions/", bearer));
        ok(http.get("/auth/profiles/", bearer));
        ok(http.get("/auth/factors/", bearer));
        ok(http.post(
                "/auth/token/refresh/", "{\"refreshToken\": \"" + Http.field("refreshToken", login.body()) + "\"}"));
        ok(http.post("/auth/otp/request/", "{\"channel\": \"email\", \"email\": \"" + EMAIL + "\"}"));
        ok(http.post("/auth/password-reset/request/", "{\"email\": \"" + EMAIL + "\"}"));
    }

    private static void administer(Auth auth) {
        UserId user = auth.admin()
                .create(AccountDraft.ofEmail("ben@shop.example"))
                .orElseThrow()
                .id();
        assertThat(auth.admin().disable(user)).isTrue();
        assertThat(auth.admin().enable(user)).isTrue();
        assertThat(auth.admin().delete(user)).isTrue();
        assertThat(auth.admin().restore(user)).isTrue();
        auth.upkeep().statistics();
        auth.upkeep().cleanUp(Retention.standard());
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isBetween(200, 204);
    }
}
