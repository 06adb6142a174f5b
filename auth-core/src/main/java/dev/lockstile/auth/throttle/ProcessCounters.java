package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.store.Spacing;
import dev.lockstile.auth.store.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counters of one process, of bounded size: when there is no room for another bucket, whoever needs one is refused. */
final class ProcessCounters implements ThrottleCounters {

    private static final int ROOM_FOR = 1000;

    private final int most;
    private final Map<String, Tally> tallies = new HashMap<>();

    ProcessCounters(int most) {
        this.most = most;
    }

    @Override
    public synchronized Admission admit(List<Place> places, @Nullable Place guess, Instant now) {
        for (Place place : places) {
            if (!hasRoom(place, now)) {
                return refusal(place, now);
            }
        }
        places.forEach(place -> take(place, now));
        boolean may = guess != null && hasRoom(guess, now);
        if (guess != null && may) {
            take(guess, now);
        }
        return Admission.granted(may);
    }

    @Override
    public synchronized List<Admission> miss(String bucket, Spacing spacing, List<Place> places, Instant now) {
        tallies.computeIfPresent(bucket, (key, tally) -> tally.delay(spacing, now));
        List<Admission> full = new ArrayList<>();
        for (Place place : places) {
            if (hasRoom(place, now)) {
                take(place, now);
            } else {
                full.add(refusal(place, now));
            }
        }
        return full;
    }

    @Override
    public synchronized void giveBack(String bucket) {
        tallies.computeIfPresent(bucket, (key, tally) -> tally.giveBack());
    }

    @Override
    public synchronized void close(Collection<String> buckets, Instant until) {
        buckets.forEach(bucket -> tallies.computeIfPresent(bucket, (key, tally) -> tally.closedUntil(until)));
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        tx.afterCommit(() -> forget(buckets));
    }

    @Override
    public synchronized int purge(Instant now, int max) {
        List<String> spent = tallies.entrySet().stream()
                .filter(entry -> entry.getValue().isSpent(now))
                .limit(max)
                .map(Map.Entry::getKey)
                .toList();
        spent.forEach(tallies::remove);
        return spent.size();
    }

    private synchronized void forget(Collection<String> buckets) {
        buckets.forEach(tallies::remove);
    }

    private boolean hasRoom(Place place, Instant now) {
        Tally tally = tallies.get(place.bucket());
        if (tally != null) {
            return tally.hasRoom(place, now);
        }
        if (tallies.size() >= most) {
            purge(now, ROOM_FOR);
        }
        return place.limit() > 0 && tallies.size() < most;
    }

    private void take(Place place, Instant now) {
        tallies.merge(place.bucket(), Tally.first(place, now), (tally, first) -> tally.take(place, now));
    }

    private Admission refusal(Place place, Instant now) {
        Tally tally = tallies.get(place.bucket());
        return Admission.refused(place, tally == null ? now.plus(place.window()) : tally.opensAt(place, now));
    }
}
