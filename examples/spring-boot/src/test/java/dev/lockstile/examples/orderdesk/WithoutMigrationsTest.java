package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.test.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Where the tables are not made, the order desk does not start, and says which ones are missing: where Hibernate
 * validates them, which by itself would name the first one alone, and where it does not.
 */
class WithoutMigrationsTest {

    @Test
    void a_start_on_an_empty_h2_names_the_tables_that_are_missing() {
        refused("jdbc:h2:mem:empty-desk;DB_CLOSE_DELAY=-1", "validate");
        refused("jdbc:h2:mem:empty-desk;DB_CLOSE_DELAY=-1", "none");
    }

    @Test
    void a_start_on_an_empty_postgresql_names_the_tables_that_are_missing() {
        String url = TestPostgres.freshDatabase();
        refused(url, "validate");
        refused(url, "none");
    }

    private static void refused(String url, String hibernate) {
        SpringApplicationBuilder desk = new SpringApplicationBuilder(OrderDeskApplication.class)
                .properties(
                        "ORDER_DESK_DB=" + url,
                        "ORDER_DESK_DEV=true",
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "lockstile.schema.mode=none");
        assertThatThrownBy(() -> desk.run(
                        "--spring.liquibase.enabled=false",
                        "--spring.flyway.enabled=false",
                        "--spring.jpa.hibernate.ddl-auto=" + hibernate))
                .hasRootCauseInstanceOf(AuthSetupException.class)
                .rootCause()
                .hasMessageContaining("tables-missing")
                .hasMessageContaining("member_session")
                .hasMessageContaining("otp_code")
                .hasMessageContaining("auth_outbox")
                .hasMessageContaining("auth_throttle");
    }
}
