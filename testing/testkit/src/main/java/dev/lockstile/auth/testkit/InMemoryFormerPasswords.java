package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.FormerPasswordStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Hashes of replaced passwords in a transaction. */
record InMemoryFormerPasswords(TableViews views) implements FormerPasswordStore {

    @Override
    public List<Secret> latest(UserId user, int count) {
        return newestFirst(user).stream()
                .limit(count)
                .map(key -> row(key).hash())
                .toList();
    }

    @Override
    public void add(UserId user, Secret hash, int kept, Instant now) {
        newestFirst(user).stream().skip(kept - 1L).forEach(views.formerPasswords::delete);
        views.formerPasswords.insert(key -> new FormerPasswordRow(user, hash, now));
    }

    @Override
    public int removeAll(UserId user) {
        List<Long> keys = newestFirst(user);
        keys.forEach(views.formerPasswords::delete);
        return keys.size();
    }

    private List<Long> newestFirst(UserId user) {
        return views.formerPasswords.keys(Tables.FORMER_USER, user).stream()
                .sorted(Comparator.comparing((Long key) -> row(key).createdAt())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    private FormerPasswordRow row(long key) {
        return Objects.requireNonNull(views.formerPasswords.get(key));
    }
}
