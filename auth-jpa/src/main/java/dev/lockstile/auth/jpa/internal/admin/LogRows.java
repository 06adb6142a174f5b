package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.LogFilter;
import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.host.KeyText;
import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Rows of every list but users. Without a filter they come by key. A period follows the index by time, which codes and
 * messages alone have: sessions and profiles have none, so no period is asked of them. A state, and the recipient of a
 * message, have no index either: they are asked of a window of rows, so that a page reads a bounded range of the
 * primary key or of the index by time however rare its rows are. The rows of one user are few and have their index.
 */
final class LogRows {

    private static final String TIME = "x.createdAt";
    private static final String NONE = "1 = 0";
    /** Databases keep no times of later years. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final HostModel host;
    private final EntityManager em;
    private final IdentifierRules rules;
    private final AdminLists.Table list;
    private final AdminLists.Query query;
    private final HostEntity<?> entity;
    private final ListSource source;
    private final boolean byTime;
    private final String key;

    LogRows(
            HostModel host,
            EntityManager em,
            IdentifierRules rules,
            AdminLists.Table list,
            AdminLists.Query query,
            HostEntity<?> entity) {
        this.host = host;
        this.em = em;
        this.rules = rules;
        this.list = list;
        this.query = query;
        this.entity = entity;
        this.source = ListSource.of(list, host);
        this.byTime = LogFilter.isByTime(list) && !query.log().created().equals(Period.ALWAYS);
        this.key = entity.id("x");
    }

    /** Where a page ends, or what it looked at does. */
    record Place(@Nullable Instant at, Object key) {

        @Override
        public String toString() {
            return at == null ? key.toString() : at + "_" + key;
        }
    }

    /** What was found, one row more than the page has where there is one, and the end of what was looked at. */
    record Found(List<@Nullable Object[]> rows, @Nullable Place end, boolean byTime) {

        /** Names the last row of the page, else the end of what was looked at; null where nothing follows. */
        @Nullable
        String next(int size, List<String> columns) {
            if (rows.size() <= size) {
                return end == null ? null : end.toString();
            }
            List<@Nullable Object> last = Arrays.asList(rows.get(size - 1));
            Instant at = byTime ? (Instant) last.get(columns.indexOf("createdAt")) : null;
            return new Place(at, Objects.requireNonNull(last.get(0))).toString();
        }
    }

    /** @param selected the statement up to its conditions */
    Found find(String selected) {
        Restriction wanted = new Restriction();
        if (!isBehind(wanted) || !isOfUser(wanted)) {
            return new Found(List.of(), null, byTime);
        }
        if (byTime) {
            Period period = query.log().created();
            bound(wanted, TIME + " >= ", "from", period.from());
            bound(wanted, TIME + " < ", "before", period.before());
        }
        Restriction narrow = new Restriction();
        if (!isTo(narrow)) {
            return new Found(List.of(), null, byTime);
        }
        state(narrow);
        boolean whole = narrow.conditions().isEmpty() || query.user() != null && source.owner() != null;
        Place end = whole ? null : end(wanted);
        if (end != null) {
            beyond(wanted, ">", "end", end);
        }
        wanted.conditions().addAll(narrow.conditions());
        wanted.values().putAll(narrow.values());
        return new Found(
                HqlAdminLists.rows(em, selected + wanted.where() + order(), wanted, query.size() + 1), end, byTime);
    }

    private String order() {
        return " order by " + (byTime ? TIME + " desc, " : "") + key + " desc";
    }

    /** The last row that is looked at; null where there are fewer. */
    private @Nullable Place end(Restriction wanted) {
        SelectionQuery<Object[]> last = em.unwrap(Session.class)
                .createSelectionQuery(
                        "select " + (byTime ? TIME : key) + ", " + key + " from " + entity.name() + " x"
                                + wanted.where() + order(),
                        Object[].class)
                .setFirstResult(AdminLists.Query.WINDOW - 1)
                .setMaxResults(1);
        wanted.set(last);
        return last.getResultList().stream()
                .findFirst()
                .map(row -> new Place(byTime ? (Instant) row[0] : null, row[1]))
                .orElse(null);
    }

    private boolean isBehind(Restriction wanted) {
        String after = query.after();
        if (after == null) {
            return true;
        }
        Optional<Place> place = place(after);
        place.ifPresent(found -> beyond(wanted, "<", "after", found));
        return place.isPresent();
    }

    private Optional<Place> place(String text) {
        if (!byTime) {
            return KeyText.read(text, entity.idType()).map(found -> new Place(null, found));
        }
        int line = text.indexOf('_');
        try {
            Instant at = Instant.parse(text.substring(0, Math.max(line, 0)));
            if (at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
                return Optional.empty();
            }
            return KeyText.read(text.substring(line + 1), entity.idType()).map(found -> new Place(at, found));
        } catch (DateTimeException e) {
            return Optional.empty(); // no place of ours
        }
    }

    /** Behind a place, without it, or before one and with it. */
    private void beyond(Restriction wanted, String sign, String name, Place place) {
        String other = key + " " + sign + (sign.equals("<") ? " :" : "= :") + name;
        Instant at = place.at();
        if (at == null) {
            wanted.with(other, name, place.key());
        } else {
            wanted.with(TIME + " " + sign + "= :" + name + "At", name + "At", at);
            wanted.with("(" + TIME + " " + sign + " :" + name + "At or " + other + ")", name, place.key());
        }
    }

    private boolean isOfUser(Restriction wanted) {
        String owner = source.owner();
        if (query.user() == null || owner == null) {
            return true;
        }
        Class<?> type = source.ownerIsText() ? String.class : host.user().idType();
        return wanted.key(owner + " = ", "user", KeyText.read(query.user(), type));
    }

    /** Messages name no user: theirs are those to the address or number of the user. */
    private boolean isTo(Restriction wanted) {
        String user = query.user();
        Recipients recipients = Recipients.of(list, host, rules);
        if (user == null || recipients == null) {
            return true;
        }
        Optional<String> address = KeyText.read(user, host.user().idType()).flatMap(found -> recipients.of(em, found));
        address.ifPresent(to -> wanted.with(recipients.column() + " = :recipient", "recipient", to));
        return address.isPresent();
    }

    private void state(Restriction wanted) {
        LogFilter.State state = query.log().state();
        if (state == null) {
            return;
        }
        Instant at = query.at();
        boolean timed = at != null && list != AdminLists.Table.EMAIL_LOG && list != AdminLists.Table.SMS_LOG;
        wanted.conditions().add(state.isOf(list) ? condition(state, timed) : NONE);
        if (at != null && wanted.where().contains(":at")) {
            wanted.values().put("at", at.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** @param timed whether times are compared */
    private static String condition(LogFilter.State state, boolean timed) {
        String locked = "x.maxAttempts > 0 and x.attempts >= x.maxAttempts";
        return switch (state) {
            case ACTIVE -> "x.endedAt is null" + (timed ? " and x.idleUntil > :at and x.absoluteUntil > :at" : "");
            case ENDED ->
                timed
                        ? "(x.endedAt is not null or x.idleUntil <= :at or x.absoluteUntil <= :at)"
                        : "x.endedAt is not null";
            case OPEN ->
                "x.usedAt is null and x.endedAt is null and not (" + locked + ")"
                        + (timed ? " and x.validUntil > :at" : "");
            case USED -> "x.usedAt is not null";
            case EXPIRED ->
                "x.usedAt is null and (x.endedAt is not null or " + locked + (timed ? " or x.validUntil <= :at" : "")
                        + ")";
            case SENT -> "x.status = 'SENT'";
            case FAILED -> "x.status <> 'SENT'";
        };
    }

    private static void bound(Restriction wanted, String condition, String name, @Nullable Instant value) {
        if (value != null) {
            wanted.with(condition + ":" + name, name, value);
        }
    }
}
