package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import dev.lockstile.auth.upkeep.Upkeep.CleanUpReport;
import dev.lockstile.auth.upkeep.Upkeep.CodeStatistics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * Keeps the tables of a store small. Registrations go before codes: the codes tell who registered, and were they gone
 * first a registration would stay for ever.
 */
final class StoreUpkeep implements Upkeep {

    private final AuthStore store;
    private final Clock clock;

    StoreUpkeep(AuthStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public CodeStatistics statistics() {
        return since(Instant.EPOCH, now());
    }

    @Override
    public CodeStatistics statistics(Duration back) {
        Instant now = now();
        return since(now.minus(back), now);
    }

    private CodeStatistics since(Instant since, Instant now) {
        Instant today = now.atZone(clock.getZone()).truncatedTo(ChronoUnit.DAYS).toInstant();
        return store.read(tx -> new CodeStatistics(tx.upkeep().codes(since, today, now)));
    }

    @Override
    public CleanUpReport cleanUp(Retention retention, int batchSize) {
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException("a batch is 1 to " + LARGEST_BATCH + " rows");
        }
        Instant now = now();
        return each(retention, now, (what, before) -> drain(what, before, batchSize, now));
    }

    @Override
    public CleanUpReport preview(Retention retention) {
        return each(
                retention,
                now(),
                (what, before) -> store.<Long>read(tx -> tx.upkeep().count(what, before)));
    }

    private static CleanUpReport each(
            Retention retention, Instant now, ToLongBiFunction<RetentionCategory, Instant> work) {
        Map<RetentionCategory, Long> counts = new EnumMap<>(RetentionCategory.class);
        for (RetentionCategory what : RetentionCategory.values()) {
            retention.age(what).ifPresent(age -> counts.put(what, work.applyAsLong(what, now.minus(age))));
        }
        return new CleanUpReport(counts);
    }

    private long drain(RetentionCategory what, Instant before, int batchSize, Instant now) {
        long all = 0;
        int removed;
        do {
            removed = store.<Integer>alone(tx -> tx.upkeep().remove(what, before, batchSize, now));
            all += removed;
        } while (removed == batchSize);
        return all;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
