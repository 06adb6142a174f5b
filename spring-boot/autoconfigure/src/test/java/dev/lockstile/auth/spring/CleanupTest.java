package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.spring.shop.Members;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

class CleanupTest {

    private static final String EVERY_SECOND = "* * * * * *";

    @Test
    void a_registration_that_nobody_proved_goes_after_its_time() {
        try (ConfigurableApplicationContext context = host(EVERY_SECOND).start()) {
            context.getBean(Shop.class).open("ana@shop.example", "acme");
            context.getBean(SettableClock.class).advance(Duration.ofDays(30));
            awaitCodes(context, 0);
            assertThat(context.getBean(Members.class)
                            .findByEmail("ana@shop.example")
                            .filter(member -> member.getDeletedAt() == null))
                    .isEmpty();
        }
    }

    @Test
    void an_account_whose_owner_asked_for_its_deletion_goes_on_its_day() {
        try (ConfigurableApplicationContext context = host(EVERY_SECOND)
                .with(FactorsTest.Entities.class)
                .with("lockstile.deletion-grace", "14d")
                .start()) {
            Auth auth = context.getBean(Auth.class);
            askForDeletion(auth, "ana@shop.example");
            assertThat(isDeleted(context, "ana@shop.example")).isFalse();
            context.getBean(SettableClock.class).advance(Duration.ofDays(15));
            await("the account is still there", () -> isDeleted(context, "ana@shop.example"));
        }
    }

    private static void askForDeletion(Auth auth, String email) {
        Secret password = Secret.of("plum-harbour-4417");
        auth.admin().create(AccountDraft.ofEmail(email).withPassword(password).vouchingForIdentifiers());
        SignIn ana = auth.login()
                .signIn(new PasswordLogin.Request(email, password, ClientInfo.web("192.0.2.7")))
                .orElseThrow();
        Caller owner =
                auth.sessions().authenticate(ana.tokens().access().reveal()).orElseThrow();
        auth.ownAccount().delete(owner, new DeletionProof.Password(password)).orElseThrow();
    }

    private static boolean isDeleted(ConfigurableApplicationContext context, String email) {
        return context.getBean(Members.class)
                .findByEmail(email)
                .filter(member -> member.getDeletedAt() == null)
                .isEmpty();
    }

    @Test
    void it_can_be_turned_off() {
        try (ConfigurableApplicationContext context =
                host(EVERY_SECOND).with("lockstile.cleanup.enabled", "false").start()) {
            assertThat(context.containsBean("lockstileCleanup")).isFalse();
        }
    }

    @Test
    void a_schedule_that_is_none_is_refused() {
        assertThatThrownBy(() -> host("daily").start().close())
                .rootCause()
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("lockstile.cleanup.cron");
    }

    private static ShopHost host(String cron) {
        return ShopHost.onH2()
                .with("spring.main.web-application-type", "none")
                .with("lockstile.cleanup.cron", cron)
                .with(MovedClock.class);
    }

    private static long codes(ConfigurableApplicationContext context) {
        return context.getBean(JdbcTemplate.class).queryForObject("select count(*) from auth_otp_code", Long.class);
    }

    private static void awaitCodes(ConfigurableApplicationContext context, long wanted) {
        await("codes are still there", () -> codes(context) == wanted);
    }

    private static void await(String otherwise, BooleanSupplier done) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as(otherwise).isLessThan(end);
        }
    }

    /** The clock as a bean. */
    static final class MovedClock {

        @Bean
        SettableClock clock() {
            return SettableClock.at("2026-03-01T12:00:00Z");
        }
    }
}
