package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.SignInCount;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Sign-ins by way and reason, as the events tell them. */
final class HqlSignInCounts {

    private final HostModel host;
    private final EntityManager em;

    HqlSignInCounts(HostModel host, EntityManager em) {
        this.host = host;
        this.em = em;
    }

    List<SignInCount> between(Instant from, Instant until) {
        HostEntity<?> events = host.authEvent();
        if (events == null) {
            return List.of();
        }
        return em
                .unwrap(Session.class)
                .createSelectionQuery(
                        "select x.name, coalesce(x.reason, ''), count(*) from " + events.name()
                                + " x where x.happenedAt >= :from and x.happenedAt < :until and x.name in (:done, :refused)"
                                + " group by x.name, coalesce(x.reason, '')"
                                + " order by count(*) desc, coalesce(x.reason, ''), x.name",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("done", Operation.SIGN_IN.done())
                .setParameter("refused", Operation.SIGN_IN.refused())
                .setMaxResults(AdminLists.MOST_SIGN_INS)
                .getResultList()
                .stream()
                .map(row -> new SignInCount(Operation.SIGN_IN.done().equals(row[0]), (String) row[1], (Long) row[2]))
                .toList();
    }
}
