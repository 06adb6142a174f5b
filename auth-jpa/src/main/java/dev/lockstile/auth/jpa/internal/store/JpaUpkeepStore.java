package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.UpkeepStore;
import dev.lockstile.auth.store.UpkeepStore.CodeCounts;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts and removes expired rows in bulk. Finds them by an index and removes them by key, if still expired then. */
final class JpaUpkeepStore implements UpkeepStore {

    private static final String CODES = "select x.channel, count(*),"
            + " sum(case when x.createdAt >= :today then 1 else 0 end),"
            + " sum(case when x.usedAt is not null then 1 else 0 end),"
            + " sum(case when x.usedAt is null and x.validUntil <= :now then 1 else 0 end) from ";

    private final Rows rows;
    private final Tables tables;

    JpaUpkeepStore(Rows rows, Tables tables) {
        this.rows = rows;
        this.tables = tables;
    }

    @Override
    public Map<Channel, CodeCounts> codes(Instant since, Instant today, Instant now) {
        Map<Channel, CodeCounts> found = new EnumMap<>(Channel.class);
        rows.select(CODES + tables.host().code().name()
                        + " x where x.createdAt >= :since and x.deletedAt is null group by x.channel")
                .setParameter("since", micros(since))
                .setParameter("today", micros(today))
                .setParameter("now", micros(now))
                .getResultList()
                .forEach(row -> found.put(
                        (Channel) row[0], new CodeCounts(count(row[1]), count(row[2]), count(row[3]), count(row[4]))));
        return found;
    }

    private static long count(Object cell) {
        return ((Number) cell).longValue();
    }

    @Override
    public long count(RetentionCategory what, Instant before) {
        return switch (what) {
            case REGISTRATIONS -> new AbandonedRegistrations(rows, tables.host()).count(before);
            case MESSAGES -> new PurgeableRows(rows, tables.outbox(), "id", PurgeableRows.FINISHED).count(before);
            case COUNTERS -> new PurgeableRows(rows, tables.throttle(), "bucket", PurgeableRows.SPENT).count(before);
            default -> count(entity(what), expired(what), before);
        };
    }

    @Override
    public int remove(RetentionCategory what, Instant before, int max, Instant now) {
        return switch (what) {
            case REGISTRATIONS -> new AbandonedRegistrations(rows, tables.host()).remove(before, max, now);
            case MESSAGES -> new PurgeableRows(rows, tables.outbox(), "id", PurgeableRows.FINISHED).remove(before, max);
            case COUNTERS -> new SqlThrottleStore(rows, tables.throttle()).purge(before, max);
            default -> remove(what, before, max);
        };
    }

    @Override
    public List<StoredPhone> phones(@Nullable UserId after, int limit) {
        return new PhoneRows(rows, tables.host().user()).page(after, limit);
    }

    @Override
    public boolean respell(StoredPhone seen, Identifier current, Instant now) {
        return new PhoneRows(rows, tables.host().user()).respell(seen, current, now);
    }

    private @Nullable HostEntity<?> entity(RetentionCategory what) {
        return switch (what) {
            case CODES -> tables.host().code();
            case SESSIONS -> tables.host().session();
            case CHALLENGES -> tables.host().challenge();
            case UNCONFIRMED_TOTP -> tables.host().totp();
            case RECOVERY_CODES -> tables.host().recoveryCode();
            case TRUSTED_BROWSERS -> tables.host().trustedBrowser();
            case API_KEYS -> tables.host().apiKey();
            case SMS_LOG -> tables.host().smsLog();
            case EMAIL_LOG -> tables.host().emailLog();
            case EVENTS -> tables.host().authEvent();
            default -> throw new IllegalArgumentException("no entity of the host: " + what);
        };
    }

    /** The attribute from which the age counts: the end of the row, or its creation where it has none. */
    private static String end(RetentionCategory what) {
        return switch (what) {
            case CODES, CHALLENGES, UNCONFIRMED_TOTP, TRUSTED_BROWSERS -> "x.validUntil";
            case RECOVERY_CODES -> "x.endedAt";
            case SESSIONS -> "x.absoluteUntil";
            case API_KEYS -> "x.expiresAt";
            case EVENTS -> "x.happenedAt";
            default -> "x.createdAt";
        };
    }

    /** The condition of expired rows. */
    private static String expired(RetentionCategory what) {
        String ended = end(what) + " <= :before";
        return what == RetentionCategory.UNCONFIRMED_TOTP ? ended + " and x.confirmedAt is null" : ended;
    }

    private long count(@Nullable HostEntity<?> entity, String expired, Instant before) {
        if (entity == null) {
            return 0;
        }
        return rows.session()
                .createSelectionQuery("select count(*) from " + entity.name() + " x where " + expired, Long.class)
                .setParameter("before", micros(before))
                .getSingleResult();
    }

    private int remove(RetentionCategory what, Instant before, int max) {
        HostEntity<?> entity = entity(what);
        if (entity == null) {
            return 0;
        }
        String expired = expired(what);
        List<Object> keys = rows.session()
                .createSelectionQuery(
                        "select " + entity.id("x") + " from " + entity.name() + " x where " + expired + " order by "
                                + end(what),
                        Object.class)
                .setParameter("before", micros(before))
                .setMaxResults(max)
                .getResultList();
        if (keys.isEmpty()) {
            return 0;
        }
        return rows.update("delete from " + entity.name() + " x where " + entity.id("x") + " in (:keys) and " + expired)
                .setParameterList("keys", keys)
                .setParameter("before", micros(before))
                .executeUpdate();
    }
}
