package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.jpa.JpaAuditTrail;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.test.TestPostgres;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application has the tables of its entities and beans; more come with them. */
class UsedTablesTest {

    /** The entities of the shop, what their tables need, and the two tables that no entity lies on. */
    private static final String[] PLAIN = {
        "auth_outbox",
        "auth_throttle",
        "databasechangelog",
        "databasechangeloglock",
        "desk",
        "desk_seq",
        "member",
        "member_id_seq",
        "member_seq",
        "auth_otp_code",
        "auth_otp_code_id_seq",
        "auth_otp_code_seq",
        "shop_profile",
        "shop_profile_id_seq",
        "shop_profile_seq",
        "auth_session",
        "auth_session_id_seq",
        "auth_session_seq"
    };

    private static final String RELATIONS = "select relname from pg_class where relkind in ('r', 'S')"
            + " and relnamespace = current_schema()::regnamespace";

    @Test
    void an_application_of_sign_in_alone_has_eighteen_relations() {
        try (ConfigurableApplicationContext context =
                host(TestPostgres.freshDatabase()).start()) {
            assertThat(relations(context)).containsExactlyInAnyOrder(PLAIN);
        }
    }

    @Test
    void second_factors_and_the_audit_trail_bring_their_tables_at_the_next_start() {
        String url = TestPostgres.freshDatabase();
        host(url).start().close();
        try (ConfigurableApplicationContext context = host(url)
                .with(Factors.class)
                .with("lockstile.factors.policy", "optional")
                .with("lockstile.factors.trusted-browsers", "14d")
                .start()) {
            assertThat(relations(context))
                    .contains(PLAIN)
                    .contains("shop_totp", "shop_totp_seq", "shop_recovery", "shop_browser", "shop_challenge")
                    .doesNotContain("auth_audit", "auth_passkey", "auth_import_run");
        }
        try (ConfigurableApplicationContext context =
                host(url).with(Factors.class).with(Audited.class).start()) {
            assertThat(relations(context)).contains("auth_audit", "auth_audit_head", "shop_totp");
            assertThat(context.getBean(AuditTrail.class).begin()).isTrue();
        }
    }

    @Test
    void all_tables_are_made_where_the_application_says_so() {
        try (ConfigurableApplicationContext context = host(TestPostgres.freshDatabase())
                .with("lockstile.schema.tables", "all")
                .start()) {
            assertThat(relations(context))
                    .contains(PLAIN)
                    .contains("auth_audit", "auth_passkey", "auth_social_account", "auth_import_run");
        }
    }

    @Test
    void a_start_that_only_validates_waits_for_no_table_that_is_not_used() {
        String url = TestPostgres.freshDatabase();
        host(url).start().close();
        try (ConfigurableApplicationContext context =
                host(url).with("lockstile.schema.mode", "validate").start()) {
            assertThat(context.getBean(Auth.class)).isNotNull();
        }
    }

    private static ShopHost host(String url) {
        return ShopHost.on(url).with("spring.main.web-application-type", "none");
    }

    private static Set<String> relations(ConfigurableApplicationContext context) {
        return new TreeSet<>(context.getBean(JdbcTemplate.class).queryForList(RELATIONS, String.class));
    }

    /** With entities for second factors. */
    @Configuration(proxyBeanMethods = false)
    @EntityScan({"dev.lockstile.auth.spring.shop", "dev.lockstile.auth.spring.factors"})
    static class Factors {}

    /** With an audit trail. */
    @Configuration(proxyBeanMethods = false)
    static class Audited {

        @Bean
        JpaAuditTrail trail(JpaAuthStore store) {
            return store.auditTrail(Secret.of("YXVkaXQta2V5LW9mLWV4YWN0bHktMzItYnl0ZXMtb2s="));
        }

        @Bean
        LockstileCustomizer audited(JpaAuditTrail trail) {
            return builder -> builder.audit(trail);
        }
    }
}
