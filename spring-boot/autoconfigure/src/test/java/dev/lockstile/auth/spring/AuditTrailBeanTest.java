package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.jpa.JpaAuthStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An audit trail that is a bean writes before the answer, and each event once. */
class AuditTrailBeanTest {

    @Test
    void a_trail_that_is_a_bean_holds_the_event_when_the_call_returns() {
        assertThat(entriesOfOneAccount(ShopHost.onH2().with(Audited.class))).isOne();
    }

    @Test
    void a_trail_that_a_customizer_gives_too_holds_each_event_once() {
        assertThat(entriesOfOneAccount(ShopHost.onH2().with(Audited.class).with(Customized.class)))
                .isOne();
    }

    private static long entriesOfOneAccount(ShopHost host) {
        try (ConfigurableApplicationContext context =
                host.with("spring.main.web-application-type", "none").start()) {
            AuditTrail trail = context.getBean(AuditTrail.class);
            assertThat(trail.begin()).isTrue();
            assertThat(context.getBean(Auth.class)
                            .admin()
                            .create(AccountDraft.ofEmail("ana@example.com"))
                            .isDone())
                    .isTrue();
            return ((AuditRecords) trail)
                    .page(AuditRecords.Query.all().named("user_created"))
                    .entries()
                    .size();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Audited {

        // region: trail
        @Bean
        AuditTrail trail(JpaAuthStore store, AuthKeys keys) {
            return store.auditTrail(keys.auditKey());
        }
        // end: trail
    }

    @Configuration(proxyBeanMethods = false)
    static class Customized {

        @Bean
        LockstileCustomizer audited(AuditTrail trail) {
            return builder -> builder.audit(trail);
        }
    }
}
