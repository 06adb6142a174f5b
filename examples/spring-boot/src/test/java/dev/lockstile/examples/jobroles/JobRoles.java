package dev.lockstile.examples.jobroles;

import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.JpaRoleSource;
import dev.lockstile.auth.model.AbstractRole;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The order desk with roles in a table of its own, and an endpoint for one of their permissions. */
@AutoConfigurationPackage
@RestController
class JobRoles {

    // spotless:off
    // region: stored
    @Entity
    @Table(name = "job_role")
    static class JobRole extends AbstractRole {
        @Id
        @GeneratedValue
        UUID id;

        @Override
        public UUID getId() {
            return id;
        }
    }

    @Bean
    JpaRoleSource roles(JpaAuthStore store) {
        return JpaRoleSource.of(store, JobRole.class);
    }

    @GetMapping("/api/refunds")
    @PreAuthorize("hasAuthority('orders:refund')")
    String refunds() {
        return "for those who refund";
    }
    // end: stored
    // spotless:on
}
