package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.testkit.contract.StoreProbe;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at the committed rows of an in-memory store. */
record InMemoryProbe(InMemoryAuthStore store) implements StoreProbe {

    @Override
    public @Nullable String notificationToken(DeviceId id) {
        return one(tables -> tables.devices, row -> row.id().equals(id)).info().notificationToken();
    }

    @Override
    public boolean isDeleted(DeviceId id) {
        return one(tables -> tables.devices, row -> row.id().equals(id)).isDeleted();
    }

    @Override
    public boolean isDeleted(ProfileId id) {
        return one(tables -> tables.profiles, row -> row.info().id().equals(id)).isDeleted();
    }

    @Override
    public @Nullable EndReason endReason(SessionId id) {
        return one(tables -> tables.sessions, row -> row.state().id().equals(id))
                .endReason();
    }

    @Override
    public String sealed(String messageId) {
        return one(tables -> tables.outbox, row -> row.message().id().equals(messageId))
                .message()
                .sealed();
    }

    @Override
    public int logEntries(Channel channel) {
        return (int) store.messageLog().stream()
                .filter(entry -> entry.channel() == channel)
                .count();
    }

    @Override
    public List<LoggedMessage> log(Channel channel) {
        return store.messageLog().stream()
                .filter(entry -> entry.channel() == channel)
                .toList();
    }

    private <R> R one(Function<Tables, Table<R>> table, Predicate<R> test) {
        return store.look(tables -> Tables.committed(table.apply(tables)).stream()
                .filter(test)
                .findFirst()
                .orElseThrow());
    }
}
