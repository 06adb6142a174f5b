package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JpaEventLogTest {

    @Test
    void what_happened_is_written_into_the_host_s_table() {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.H2)) {
            AuthListener log = host.store().eventLog().orElseThrow();
            UserId ana = new UserId(1L);
            log.on(new AuthEvent.SignedIn(NOW, ana, new SessionId("s1"), "password"));
            log.on(new AuthEvent.SignInFailed(NOW, null, "password", "x".repeat(300)));
            log.on(new AuthEvent.SessionEnded(NOW, ana, null, EndReason.LOGOUT));
            assertThat(rows(host))
                    .extracting(
                            AbstractAuthEvent::getName, AbstractAuthEvent::getUserRef, AbstractAuthEvent::getSessionRef)
                    .containsExactly(
                            tuple("authn_login_success", "1", "s1"),
                            tuple("authn_login_fail", null, null),
                            tuple("session_expired", "1", null));
            assertThat(rows(host).get(1).getReason()).hasSize(255);
        }
    }

    private static List<AbstractAuthEvent> rows(OpenHost host) {
        String entity = host.emf().getMetamodel().getEntities().stream()
                .filter(e -> AbstractAuthEvent.class.isAssignableFrom(e.getJavaType()))
                .map(EntityType::getName)
                .findFirst()
                .orElseThrow();
        return host.emf()
                .callInTransaction(
                        em -> em.createQuery("select e from " + entity + " e order by e.id", AbstractAuthEvent.class)
                                .getResultList());
    }
}
