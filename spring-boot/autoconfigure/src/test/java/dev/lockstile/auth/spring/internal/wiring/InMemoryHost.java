package dev.lockstile.auth.spring.internal.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.internal.message.MessageModules;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** An application of a test's own on a store in memory, wired without a database and without a web server. */
final class InMemoryHost {

    static final String ANA = "ana@shop.example";
    static final Secret PASSWORD = Secret.of("plum-harbour-4417");

    private InMemoryHost() {}

    static ApplicationContextRunner runner() {
        return withoutSenders().withBean(RecordingEmailSender.class);
    }

    static ApplicationContextRunner withoutSenders() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LockstileAutoConfiguration.class))
                .withConfiguration(MessageModules.sms())
                .withBean(AuthStore.class, InMemoryAuthStore::new)
                .withBean(QuickHashes.class)
                .withPropertyValues("spring.profiles.active=test", "lockstile.keys.folder=target/keys");
    }

    static Auth withAna(AssertableApplicationContext context) {
        Auth auth = context.getBean(Auth.class);
        assertThat(auth.admin()
                        .create(AccountDraft.ofEmail(ANA)
                                .withPhone("+34612345678")
                                .withPassword(PASSWORD)
                                .vouchingForIdentifiers()))
                .isInstanceOf(Outcome.Done.class);
        return auth;
    }

    static Outcome<SignIn> signIn(Auth auth, String email, String address) {
        return auth.login().signIn(new PasswordLogin.Request(email, PASSWORD, ClientInfo.web(address)));
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    static void run(ApplicationContextRunner wired, Consumer<AssertableApplicationContext> test) {
        wired.run(context -> {
            assertThat(context).hasNotFailed();
            test.accept(context);
        });
    }

    /** Hashes that take no time. */
    static final class QuickHashes implements LockstileCustomizer {

        @Override
        public void customize(AuthBuilder builder) {}

        @Override
        public AuthSettings settings(AuthSettings fromProperties) {
            return fromProperties.withPasswords(fromProperties.passwords().withCost(Argon2Cost.cheapForTests()));
        }
    }
}
