package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ApiKeyStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** API keys in a transaction. */
record InMemoryApiKeys(TableViews views) implements ApiKeyStore {

    @Override
    public void insert(UserId user, ApiKeyState key) {
        views.apiKeys.insert(row -> new ApiKeyRow(user, key, null));
    }

    @Override
    public Optional<StoredApiKey> byId(String keyId) {
        return views.apiKeys
                .first(Tables.API_KEY_ID, keyId)
                .filter(ApiKeyRow::isOpen)
                .flatMap(
                        row -> new UserReader(views).byId(row.user()).map(user -> new StoredApiKey(row.state(), user)));
    }

    @Override
    public List<ApiKeyState> live(UserId user, Instant now) {
        return views.apiKeys
                .rows(Tables.API_KEY_USER, user)
                .filter(row -> row.isLive(now))
                .map(ApiKeyRow::state)
                .sorted(Comparator.comparing(
                                (ApiKeyState state) -> state.times().createdAt())
                        .reversed())
                .toList();
    }

    @Override
    public boolean rename(UserId user, String keyId, String name, Instant now) {
        return update(keyId, row -> row.user().equals(user) && row.isLive(now), row -> row.named(name));
    }

    @Override
    public boolean rotate(UserId user, String keyId, Rotation rotation) {
        return update(
                keyId,
                row -> row.user().equals(user)
                        && row.isLive(rotation.now())
                        && row.state().secrets().digest().equals(rotation.seen()),
                row -> row.rotated(rotation.next(), rotation.expiresAt()));
    }

    @Override
    public boolean use(String keyId, Instant unlessSince, Instant now) {
        return update(
                keyId,
                row -> row.isOpen()
                        && (row.state().times().lastUsedAt() == null
                                || row.state().times().lastUsedAt().isBefore(unlessSince)),
                row -> row.used(now));
    }

    @Override
    public boolean end(UserId user, String keyId, Instant now) {
        return update(keyId, row -> row.user().equals(user) && row.isOpen(), row -> row.ended(now));
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return views.apiKeys.updateAll(Tables.API_KEY_USER, user, ApiKeyRow::isOpen, row -> row.ended(now));
    }

    private boolean update(String keyId, Predicate<ApiKeyRow> condition, UnaryOperator<ApiKeyRow> change) {
        return views.apiKeys.updateAll(Tables.API_KEY_ID, keyId, condition, change) == 1;
    }
}
