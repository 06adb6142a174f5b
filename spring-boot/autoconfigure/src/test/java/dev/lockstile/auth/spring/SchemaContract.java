package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.spring.bare.BareApplication;
import dev.lockstile.auth.spring.shop.Desks;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.spring.twice.TwiceApplication;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables are there before JPA starts and before the application's own migrations; Hibernate validates them. */
abstract class SchemaContract {

    abstract String url();

    private ShopHost host(String url) {
        return ShopHost.on(url)
                .with("spring.jpa.hibernate.ddl-auto", "validate")
                .with("spring.main.web-application-type", "none");
    }

    @Test
    void liquibase_of_the_application_finds_the_tables_and_runs_beside_ours_at_every_start() {
        String url = url();
        for (int start = 0; start < 2; start++) {
            try (ConfigurableApplicationContext context =
                    host(url).with("spring.liquibase.enabled", "true").start()) {
                assertThat(context.getBean(Shop.class).open("ana" + start + "@shop.example", "acme"))
                        .isInstanceOf(Outcome.Done.class);
                assertThat(context.getBean(Desks.class).count()).isEqualTo(start + 1);
            }
        }
    }

    @Test
    void flyway_of_the_application_finds_the_tables_and_runs_beside_ours_at_every_start() {
        String url = url();
        for (int start = 0; start < 2; start++) {
            try (ConfigurableApplicationContext context =
                    host(url).with("spring.flyway.enabled", "true").start()) {
                assertThat(context.getBean(Shop.class).open("ana" + start + "@shop.example", "acme"))
                        .isInstanceOf(Outcome.Done.class);
                assertThat(context.getBean(Desks.class).count()).isEqualTo(start + 1);
            }
        }
    }

    @Test
    void missing_tables_stop_the_start_and_are_named_those_without_an_entity_too() {
        ShopHost host = host(url()).with("lockstile.schema.mode", "none").without("spring.jpa.hibernate.ddl-auto");
        assertThatThrownBy(() ->
                        host.with("spring.jpa.hibernate.ddl-auto", "update").start())
                .hasRootCauseInstanceOf(AuthSetupException.class)
                .rootCause()
                .hasMessageContaining("tables-missing")
                .hasMessageContaining("auth_outbox")
                .hasMessageContaining("auth_throttle");
    }

    @Test
    void missing_tables_are_named_before_hibernate_validates_and_those_of_somebody_else_are_taken() {
        String url = url();
        ShopHost host = host(url).with("lockstile.schema.mode", "none");
        assertThatThrownBy(host::start)
                .hasRootCauseInstanceOf(AuthSetupException.class)
                .rootCause()
                .hasMessageContaining("tables-missing")
                .hasMessageContaining("member")
                .hasMessageContaining("auth_outbox");
        ShopHost.on(url)
                .with("spring.main.web-application-type", "none")
                .start()
                .close();
        try (ConfigurableApplicationContext context =
                host(url).with("lockstile.schema.mode", "none").start()) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void change_sets_that_have_not_run_stop_a_start_that_only_validates() {
        String url = url();
        ShopHost host = host(url).with("lockstile.schema.mode", "validate");
        assertThatThrownBy(host::start)
                .hasRootCauseInstanceOf(AuthSetupException.class)
                .rootCause()
                .hasMessageContaining("change-sets-pending");
        ShopHost.on(url)
                .with("spring.main.web-application-type", "none")
                .start()
                .close();
        try (ConfigurableApplicationContext context =
                host(url).with("lockstile.schema.mode", "validate").start()) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void a_changelog_of_the_application_that_includes_ours_is_run_in_its_place() {
        try (ConfigurableApplicationContext context = host(url())
                .with("lockstile.schema.change-log", "classpath:db/whole.xml")
                .start()) {
            assertThat(context.getBean(Shop.class).open("ana@shop.example", "acme"))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(context.getBean(JdbcTemplate.class).queryForObject("select company from member", String.class))
                    .isEqualTo("acme");
        }
    }

    @Test
    void the_tables_outlive_a_restart_without_a_word_about_the_schema() {
        String url = url();
        for (int start = 0; start < 2; start++) {
            try (ConfigurableApplicationContext context = ShopHost.on(url)
                    .with("spring.main.web-application-type", "none")
                    .start()) {
                context.getBean(Shop.class).open("ana" + start + "@shop.example", "acme");
                assertThat(context.getBean(Desks.class).count()).isEqualTo(start + 1);
            }
        }
    }

    @Test
    void a_start_without_entities_is_refused_before_anything_is_written() throws Exception {
        String url = url();
        assertThatThrownBy(() -> host(url).of(BareApplication.class).start())
                .hasRootCauseInstanceOf(HostModelException.class)
                .rootCause()
                .hasMessageContaining("no entity extends AbstractUser")
                .hasMessageContaining("no entity extends AbstractSession")
                .hasMessageContaining("@Table(name = \"member\")");
        assertNoTables(url);
    }

    @Test
    void two_entities_of_users_are_refused_before_anything_is_written_with_all_that_is_missing() throws Exception {
        String url = url();
        for (String mode : List.of("migrate", "validate")) {
            assertThatThrownBy(() -> host(url)
                            .of(TwiceApplication.class)
                            .with("lockstile.schema.mode", mode)
                            .start())
                    .hasRootCauseInstanceOf(HostModelException.class)
                    .rootCause()
                    .hasMessageContaining("JPA-03: more than one entity extends AbstractUser")
                    .hasMessageContaining("TwiceApplication$Clerk, ")
                    .hasMessageContaining("no entity extends AbstractProfile")
                    .hasMessageContaining("TwiceApplication$Visit does, and has no @Entity");
        }
        assertNoTables(url);
    }

    @Test
    void settings_that_are_refused_stop_the_start_before_anything_is_written() throws Exception {
        String url = url();
        assertThatThrownBy(() ->
                        host(url).with("lockstile.codes.max-attempts", "0").start())
                .hasRootCauseInstanceOf(AuthSetupException.class)
                .rootCause()
                .hasMessageContaining("lockstile.codes");
        assertThatThrownBy(() ->
                        host(url).with("lockstile.factors.policy", "everybody").start())
                .hasRootCauseInstanceOf(AuthSetupException.class)
                .rootCause()
                .hasMessageContaining("factor-entities-missing");
        assertNoTables(url);
    }

    private static void assertNoTables(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            assertThat(tables.next()).isFalse();
        }
    }
}
