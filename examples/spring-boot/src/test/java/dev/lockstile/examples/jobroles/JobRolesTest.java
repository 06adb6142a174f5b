package dev.lockstile.examples.jobroles;

import static dev.lockstile.auth.spring.test.LockstileRequests.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.spring.test.AutoConfigureLockstile;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.examples.jobroles.JobRoles.JobRole;
import dev.lockstile.examples.orderdesk.OrderDeskApplication;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A row of the host's table is a role, whose permission opens an endpoint of the host. */
@SpringBootTest(
        classes = {OrderDeskApplication.class, JobRoles.class},
        properties = {
            "spring.datasource.url=jdbc:h2:mem:job-roles",
            "spring.liquibase.change-log=classpath:db/changelog/job-roles.yaml"
        })
@AutoConfigureMockMvc
@AutoConfigureLockstile
class JobRolesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Auth auth;

    @Autowired
    SettableClock clock;

    @Autowired
    EntityManagerFactory entities;

    @Test
    void a_row_of_the_table_is_a_role_with_its_permissions() {
        JobRole row = new JobRole();
        row.define("refunder", List.of("orders:refund"), List.of());
        row.touch(clock.instant());
        entities.runInTransaction(manager -> manager.persist(row));
        clock.advance(Duration.ofMinutes(1));
        assertThat(auth.roles().list())
                .contains(new RoleInfo("refunder", Set.of(), Set.of("orders:refund"), false, true));
        assertThat(mvc.get().uri("/api/refunds").with(signedIn("ana@example.com")))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/refunds").with(signedIn("eva@example.com", "refunder")))
                .hasStatusOk();
    }
}
