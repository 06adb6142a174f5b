package dev.lockstile.auth.http;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An audit trail in memory, with the query that it was last asked. */
final class MemoryTrail implements AuthListener, AuditRecords {

    final List<Entry> entries = new ArrayList<>();
    Query asked = Query.all();

    @Override
    public synchronized void on(AuthEvent event) {
        entries.add(new Entry(
                entries.size() + 1L,
                event.at(),
                event.name(),
                event.succeeded(),
                event.user() == null ? null : event.user().toString(),
                event.session() == null ? null : event.session().value(),
                event.detail(),
                event.actor() == null ? null : event.actor().user().toString()));
    }

    @Override
    public synchronized Page page(Query query) {
        asked = query;
        Place after = query.after();
        List<Entry> found = entries.stream()
                .filter(entry -> query.user() == null || query.user().equals(entry.user()))
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(Entry::number)
                        .reversed())
                .filter(entry -> after == null
                        || entry.at().isBefore(after.at())
                        || entry.at().equals(after.at()) && entry.number() < after.number())
                .limit(query.size())
                .toList();
        Entry last = found.size() < query.size() ? null : found.get(found.size() - 1);
        return new Page(found, last == null ? null : new Place(last.at(), last.number()));
    }

    @Override
    public AuditTrail.Head export(@Nullable Instant before, Consumer<String> line) {
        throw new AssertionError("no request exports");
    }

    @Override
    public long cut(AuditTrail.Head upTo, Instant now) {
        throw new AssertionError("no request cuts");
    }
}
