package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        views.outbox.insert(key -> OutboxRow.fresh(message));
    }

    @Override
    public void addDecoy(OutboxMessage message) {
        views.outbox.insert(key -> OutboxRow.decoy(message));
    }

    @Override
    public List<OutboxMessage> claim(Channel channel, int max, Duration lease, Instant now) {
        return views.outbox.keysWhere(row -> row.isDue(now) && row.message().channel() == channel).stream()
                .sorted(Comparator.comparing((Long key) -> !message(key).isUrgent())
                        .thenComparing(this::dueAt))
                .limit(max)
                .flatMap(key -> take(key, now.plus(lease)))
                .toList();
    }

    @Override
    public void finish(String id, MessageOutcome outcome, Instant now) {
        views.outbox.updateAll(
                Tables.MESSAGE_ID, id, row -> row.finishedAt() == null, row -> row.finished(outcome, now));
    }

    @Override
    public void retry(String id, Instant nextTryAt, @Nullable String error) {
        views.outbox.updateAll(
                Tables.MESSAGE_ID, id, row -> row.finishedAt() == null, row -> row.retried(nextTryAt, error));
    }

    @Override
    public Optional<OutboxStore.Report> report(String id) {
        return rows(row -> row.message().id().equals(id) && !row.isDecoy())
                .findFirst()
                .map(OutboxRow::report);
    }

    @Override
    public OutboxStore.Counts figures(Instant since) {
        return new OutboxStore.Counts(
                rows(row -> row.finishedAt() == null).count(),
                rows(row -> row.finishedAt() == null)
                        .map(row -> row.message().createdAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                rows(row -> row.ended(MessageOutcome.Status.SENT, since)).count(),
                rows(row -> row.ended(MessageOutcome.Status.FAILED, since)).count(),
                rows(row -> row.ended(MessageOutcome.Status.EXPIRED, since)).count());
    }

    @Override
    public Map<Channel, OutboxStore.Waiting> waiting() {
        return rows(row -> row.finishedAt() == null)
                .map(OutboxRow::message)
                .collect(Collectors.toMap(
                        OutboxMessage::channel,
                        message -> new OutboxStore.Waiting(1, message.createdAt()),
                        (one, other) -> new OutboxStore.Waiting(
                                one.count() + other.count(),
                                one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest())));
    }

    private Stream<OutboxRow> rows(Predicate<OutboxRow> test) {
        return views.outbox.keysWhere(test).stream().map(key -> Objects.requireNonNull(views.outbox.get(key)));
    }

    private OutboxMessage message(long key) {
        return Objects.requireNonNull(views.outbox.get(key)).message();
    }

    private Instant dueAt(long key) {
        return Objects.requireNonNull(views.outbox.get(key)).dueAt();
    }

    private Stream<OutboxMessage> take(long key, Instant leaseEnd) {
        views.outbox.update(key, any -> true, row -> row.takenUntil(leaseEnd));
        return Optional.ofNullable(views.outbox.get(key)).map(OutboxRow::message).stream();
    }
}
