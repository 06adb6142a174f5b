package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.OutboxMessage;
import dev.lockstile.auth.store.OutboxStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages on their way out, in a transaction. */
final class InMemoryOutbox implements OutboxStore {

    private final TableViews views;

    InMemoryOutbox(TableViews views) {
        this.views = views;
    }

    @Override
    public void add(OutboxMessage message) {
        views.outbox.insert(key -> new OutboxRow(message, message.createdAt(), null, null));
    }

    @Override
    public List<OutboxMessage> claim(int max, Duration lease, Instant now) {
        return views.outbox.keysWhere(row -> row.isDue(now)).stream()
                .sorted(Comparator.comparing(this::dueAt))
                .limit(max)
                .flatMap(key -> take(key, now.plus(lease)))
                .toList();
    }

    @Override
    public void finish(String id, Instant now) {
        views.outbox.updateAll(Tables.MESSAGE_ID, id, row -> row.finishedAt() == null, row -> row.finished(now));
    }

    @Override
    public void retry(String id, Instant nextTryAt, @Nullable String error) {
        views.outbox.updateAll(
                Tables.MESSAGE_ID, id, row -> row.finishedAt() == null, row -> row.retried(nextTryAt, error));
    }

    private Instant dueAt(long key) {
        return Objects.requireNonNull(views.outbox.get(key)).dueAt();
    }

    private Stream<OutboxMessage> take(long key, Instant leaseEnd) {
        views.outbox.update(key, any -> true, row -> row.takenUntil(leaseEnd));
        return Optional.ofNullable(views.outbox.get(key)).map(OutboxRow::message).stream();
    }
}
