package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Counts by day: one statement for each kind, whose rows a range of the index by time holds together. */
final class HqlDailyCounts {

    private static final int MOST_DAYS = 31;
    private static final String CREATED = "x.createdAt";
    private static final String FAILED = "x.status <> 'SENT'";

    private final HostModel host;
    private final EntityManager em;

    HqlDailyCounts(HostModel host, EntityManager em) {
        this.host = host;
        this.em = em;
    }

    List<DailyCounts> all(Instant first, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("1 to " + MOST_DAYS + " days");
        }
        List<DailyCounts> all = new ArrayList<>();
        String happened = "x.happenedAt";
        add(
                all,
                DailyCounts.Kind.SIGN_UPS,
                host.authEvent(),
                happened,
                "x.name = 'user_created'",
                "1 = 0",
                first,
                days);
        String attempts = "x.name in ('authn_login_success', 'authn_login_fail')";
        add(
                all,
                DailyCounts.Kind.SIGN_INS,
                host.authEvent(),
                happened,
                attempts,
                "x.name = 'authn_login_fail'",
                first,
                days);
        add(
                all,
                DailyCounts.Kind.CODES,
                host.code(),
                CREATED,
                "x.deletedAt is null",
                "x.usedAt is not null",
                first,
                days);
        add(all, DailyCounts.Kind.EMAILS, host.emailLog(), CREATED, "1 = 1", FAILED, first, days);
        add(all, DailyCounts.Kind.TEXT_MESSAGES, host.smsLog(), CREATED, "1 = 1", FAILED, first, days);
        return all;
    }

    private void add(
            List<DailyCounts> all,
            DailyCounts.Kind kind,
            @Nullable HostEntity<?> entity,
            String time,
            String counted,
            String marked,
            Instant first,
            int days) {
        if (entity != null) {
            Object[] row = row(entity, time, counted, marked, first, days);
            List<Long> counts = new ArrayList<>();
            List<Long> marks = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                counts.add(number(row[2 * day]));
                marks.add(number(row[2 * day + 1]));
            }
            all.add(new DailyCounts(kind, counts, marks));
        }
    }

    private Object[] row(HostEntity<?> entity, String time, String counted, String marked, Instant first, int days) {
        List<String> sums = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            String within = time + " >= :d" + day + " and " + time + " < :d" + (day + 1);
            sums.add("sum(case when " + within + " then 1 else 0 end)");
            sums.add("sum(case when " + within + " and " + marked + " then 1 else 0 end)");
        }
        SelectionQuery<Object[]> query = em.unwrap(Session.class)
                .createSelectionQuery(
                        "select " + String.join(", ", sums) + " from " + entity.name() + " x where " + time
                                + " >= :d0 and " + time + " < :d" + days + " and " + counted,
                        Object[].class);
        for (int day = 0; day <= days; day++) {
            query.setParameter("d" + day, first.plus(Duration.ofDays(day)));
        }
        return query.getSingleResult();
    }

    /** The sum of no row is null. */
    private static long number(@Nullable Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
