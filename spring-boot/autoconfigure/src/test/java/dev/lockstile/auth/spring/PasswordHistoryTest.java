package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A history of passwords by a property. */
@ExtendWith(OutputCaptureExtension.class)
class PasswordHistoryTest {

    private static final Secret FIRST = Secret.of("plum-harbour-4417");
    private static final Secret SECOND = Secret.of("walnut-bridge-9921");

    @Test
    void a_former_password_is_refused_and_the_start_tells_of_it(CapturedOutput output) {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with(History.class)
                .with("logging.level.dev.lockstile.auth.spring", "info")
                .with("lockstile.passwords.history", "4")
                .start()) {
            assertThat(output).contains("password history (4)");
            Auth auth = context.getBean(Auth.class);
            auth.admin()
                    .create(AccountDraft.ofEmail("ana@shop.example")
                            .withPassword(FIRST)
                            .vouchingForIdentifiers());
            assertThat(change(auth, FIRST, SECOND).isDone()).isTrue();
            assertThat(((Outcome.Refused<PasswordSet>) change(auth, SECOND, FIRST)).problems())
                    .singleElement()
                    .returns("former_password", problem -> problem.code());
        }
    }

    private static Outcome<PasswordSet> change(Auth auth, Secret old, Secret next) {
        Caller caller = auth.sessions()
                .authenticate(auth.login()
                        .signIn(new PasswordLogin.Request("ana@shop.example", old, ClientInfo.web("192.0.2.7")))
                        .orElseThrow()
                        .tokens()
                        .access()
                        .reveal())
                .orElseThrow();
        return auth.passwords().change(caller, old, next);
    }

    /** With the entity of former passwords. */
    @Configuration(proxyBeanMethods = false)
    @EntityScan({"dev.lockstile.auth.spring.shop", "dev.lockstile.auth.spring.history"})
    static class History {}
}
