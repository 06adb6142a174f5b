package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on users that have no index of their own. They are asked of a window of keys, so that a page reads a
 * bounded range of the primary key however rare its users are. Roles are counted by user: a condition {@code exists}
 * would let the database begin with all profiles.
 */
record UserFilter(HostModel host) {

    /** Adds the conditions; gives the last key of the window, null where the window reaches the end of the table. */
    @Nullable
    Object narrow(EntityManager em, Restriction wanted, AdminLists.Query query) {
        AccountFilter filter = query.filter();
        if (filter.isAll()) {
            return null;
        }
        Object end = query.find() == null ? end(em, wanted, query) : null;
        add(wanted, query);
        if (end != null) {
            wanted.with(host.user().id("x") + (query.oldestFirst() ? " <= :end" : " >= :end"), "end", end);
        }
        return end;
    }

    /** Adds the conditions, of whatever users are asked for. */
    void add(Restriction wanted, AdminLists.Query query) {
        conditions(wanted, query.filter());
        state(wanted, query.filter().state(), query.at());
    }

    private @Nullable Object end(EntityManager em, Restriction wanted, AdminLists.Query query) {
        String key = host.user().id("x");
        SelectionQuery<Object> last = em.unwrap(Session.class)
                .createSelectionQuery(
                        "select " + key + " from " + host.user().name() + " x" + wanted.where() + " order by " + key
                                + (query.oldestFirst() ? "" : " desc"),
                        Object.class)
                .setFirstResult(AdminLists.Query.WINDOW - 1)
                .setMaxResults(1);
        wanted.set(last);
        return last.getResultList().stream().findFirst().orElse(null);
    }

    private void conditions(Restriction wanted, AccountFilter filter) {
        if (filter.role() != null) {
            wanted.with(
                    "(select count(p) from " + host.profile().name() + " p where "
                            + host.user().id("p.user") + " = " + host.user().id("x")
                            + " and p.deletedAt is null and lower(p.role) = :role) > 0",
                    "role",
                    filter.role().toLowerCase(Locale.ROOT));
        }
        if (filter.proven() != null) {
            wanted.conditions()
                    .add(
                            filter.proven()
                                    ? "(x.emailVerifiedAt is not null or x.phoneVerifiedAt is not null)"
                                    : "(x.emailVerifiedAt is null and x.phoneVerifiedAt is null)");
        }
        period(wanted, "joined", "x.joinedAt", filter.joined());
        period(wanted, "seen", "x.lastLoginAt", filter.seen());
    }

    /** A disabling whose time is over leaves no trace in the columns until the next sign-in. */
    private static void state(Restriction wanted, AccountFilter.@Nullable State state, @Nullable Instant at) {
        if (state == null) {
            return;
        }
        Instant end = state == AccountFilter.State.DELETED ? null : at;
        boolean ends = end != null;
        if (end != null) {
            wanted.values().put("at", end.truncatedTo(ChronoUnit.MICROS));
        }
        wanted.conditions()
                .add(
                        switch (state) {
                            case ACTIVE ->
                                (ends ? "(x.active = true or x.disabledUntil <= :at)" : "x.active = true")
                                        + " and x.deletedAt is null";
                            case DISABLED ->
                                "x.active = false and x.deletedAt is null"
                                        + (ends ? " and (x.disabledUntil is null or x.disabledUntil > :at)" : "");
                            case DELETED -> "x.deletedAt is not null";
                        });
    }

    private static void period(Restriction wanted, String name, String column, Period period) {
        Instant from = period.from();
        Instant before = period.before();
        if (from != null) {
            wanted.with(column + " >= :" + name + "From", name + "From", from);
        }
        if (before != null) {
            wanted.with(column + " < :" + name + "Before", name + "Before", before);
        }
    }
}
