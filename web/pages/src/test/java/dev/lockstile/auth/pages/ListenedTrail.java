package dev.lockstile.auth.pages;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A trail in memory, which keeps what it is told and is read by pages. */
final class ListenedTrail implements AuthListener, AuditRecords {

    final List<AuthEvent> told = new CopyOnWriteArrayList<>();

    @Override
    public void on(AuthEvent event) {
        told.add(event);
    }

    @Override
    public Page page(Query query) {
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < told.size(); n++) {
            entries.add(entry(n + 1L, told.get(n)));
        }
        Collections.reverse(entries);
        List<Entry> found = entries.stream()
                .filter(entry -> fits(query, entry))
                .limit(query.size())
                .toList();
        Entry last = found.size() < query.size() ? null : found.get(found.size() - 1);
        return new Page(found, last == null ? null : new Place(last.at(), last.number()));
    }

    private static boolean fits(Query query, Entry entry) {
        Place after = query.after();
        return (query.user() == null || query.user().equals(entry.user()))
                && (query.actor() == null || query.actor().equals(entry.actor()))
                && (query.name() == null || query.name().equals(entry.name()))
                && (query.from() == null || !entry.at().isBefore(query.from()))
                && (query.until() == null || entry.at().isBefore(query.until()))
                && (after == null || entry.number() < after.number());
    }

    private static Entry entry(long number, AuthEvent event) {
        return new Entry(
                number,
                event.at(),
                event.name(),
                !event.name().endsWith("_fail"),
                text(event.user()),
                text(event.session()),
                event.detail(),
                event.actor() == null ? null : text(event.actor().user()));
    }

    private static @Nullable String text(@Nullable Object key) {
        return key == null ? null : key.toString();
    }

    @Override
    public AuditTrail.Head export(@Nullable Instant before, Consumer<String> line) {
        throw new UnsupportedOperationException("pages export nothing");
    }

    @Override
    public long cut(AuditTrail.Head upTo, Instant now) {
        throw new UnsupportedOperationException("pages cut nothing");
    }
}
