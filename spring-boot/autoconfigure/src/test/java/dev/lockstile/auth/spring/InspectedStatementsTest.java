package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.spring.shop.Members;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.test.TestPostgres;
import java.time.Instant;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Where the host has Hibernate show each statement to code of its own, Hibernate runs the store's writes as well. */
final class InspectedStatementsTest {

    private static final String INSPECTOR = "spring.jpa.properties.hibernate.session_factory.statement_inspector";

    @Test
    void a_single_write_is_committed_and_answered_on_postgres() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        try (ConfigurableApplicationContext context = ShopHost.on(TestPostgres.freshDatabase())
                .with(INSPECTOR, Seen.class.getName())
                .start()) {
            context.getBean(Shop.class).open("ana@shop.example", "acme");
            Members members = context.getBean(Members.class);
            UserId ana = new UserId(
                    members.findByEmail("ana@shop.example").orElseThrow().getId());
            assertThat(context.getBean(AuthStore.class)
                            .<Boolean>single(tx -> tx.users().recordLogin(ana, now)))
                    .isTrue();
            assertThat(members.findByEmail("ana@shop.example").orElseThrow().getLastLoginAt())
                    .isEqualTo(now);
        }
    }

    /** Rewrites nothing. */
    public static final class Seen implements StatementInspector {

        private static final long serialVersionUID = 1L;

        @Override
        public String inspect(String sql) {
            return sql;
        }
    }
}
