package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Counts by day: one statement for each entity, whose rows a range of the index by time holds together. */
final class HqlDailyCounts {

    private static final int MOST_DAYS = 31;
    private static final String ALL = "1 = 1";
    /** A registration with a taken identifier opens no account, and has no user. */
    private static final String SIGNED_UP = "x.name = 'user_created' and x.userRef is not null";

    private static final String EVENTS = "x.name in ('user_created', 'authn_login_success', 'authn_login_fail')";
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
        List<DailyCounts> all = new ArrayList<>(events(first, days));
        String codes = "x.deletedAt is null";
        all.addAll(made(DailyCounts.Kind.CODES, host.code(), codes, "x.usedAt is not null", first, days));
        all.addAll(made(DailyCounts.Kind.EMAILS, host.emailLog(), ALL, FAILED, first, days));
        all.addAll(made(DailyCounts.Kind.TEXT_MESSAGES, host.smsLog(), ALL, FAILED, first, days));
        return all;
    }

    /** Sign-ups and sign-ins stand in one table, which is read once. */
    private List<DailyCounts> events(Instant first, int days) {
        HostEntity<?> entity = host.authEvent();
        if (entity == null) {
            return List.of();
        }
        List<String> sums = List.of(
                sum(SIGNED_UP),
                "count(distinct case when {day} and x.name = 'authn_login_success' then x.userRef end)",
                sum("x.name <> 'user_created'"),
                sum("x.name = 'authn_login_fail'"));
        Object[] row = row(entity, "x.happenedAt", EVENTS, sums, first, days);
        int step = sums.size();
        List<Long> none = Collections.nCopies(days, 0L);
        return List.of(
                new DailyCounts(DailyCounts.Kind.SIGN_UPS, numbers(row, 0, step), none),
                new DailyCounts(DailyCounts.Kind.ACTIVE, numbers(row, 1, step), none),
                new DailyCounts(DailyCounts.Kind.SIGN_INS, numbers(row, 2, step), numbers(row, 3, step)));
    }

    private List<DailyCounts> made(
            DailyCounts.Kind kind,
            @Nullable HostEntity<?> entity,
            String counted,
            String marked,
            Instant first,
            int days) {
        if (entity == null) {
            return List.of();
        }
        List<String> sums = List.of(sum(ALL), sum(marked));
        Object[] row = row(entity, "x.createdAt", counted, sums, first, days);
        return List.of(new DailyCounts(kind, numbers(row, 0, sums.size()), numbers(row, 1, sums.size())));
    }

    private static String sum(String condition) {
        return "sum(case when {day} and " + condition + " then 1 else 0 end)";
    }

    /** For each day the value of each sum, in which the period of the day stands as {@code {day}}. */
    private Object[] row(
            HostEntity<?> entity, String time, String counted, List<String> daily, Instant first, int days) {
        List<String> sums = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            String within = time + " >= :d" + day + " and " + time + " < :d" + (day + 1);
            daily.forEach(one -> sums.add(one.replace("{day}", within)));
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

    private static List<Long> numbers(Object[] row, int from, int step) {
        return IntStream.iterate(from, at -> at < row.length, at -> at + step)
                .mapToObj(at -> number(row[at]))
                .toList();
    }

    /** The sum of no row is null. */
    private static long number(@Nullable Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
