package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RecoveryCodeStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recovery codes in a transaction. */
record InMemoryRecoveryCodes(TableViews views) implements RecoveryCodeStore {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public void replace(UserId user, String setId, List<String> digests, Instant now) {
        endAll(user, now);
        digests.forEach(
                digest -> views.recoveryCodes.insert(key -> new RecoveryCodeRow(user, setId, digest, now, null, null)));
    }

    @Override
    public boolean use(UserId user, String digest, Instant now) {
        return views.recoveryCodes.updateAll(
                        Tables.RECOVERY_DIGEST,
                        digest,
                        row -> row.user().equals(user) && row.isOpen(),
                        row -> row.used(now))
                == 1;
    }

    @Override
    public Optional<RecoveryCodeSet> left(UserId user) {
        List<RecoveryCodeRow> set = views.recoveryCodes
                .rows(Tables.RECOVERY_USER, user)
                .filter(row -> row.endedAt() == null)
                .toList();
        return set.stream()
                .map(RecoveryCodeRow::madeAt)
                .max(Instant::compareTo)
                .map(madeAt -> new RecoveryCodeSet(
                        (int) set.stream().filter(RecoveryCodeRow::isOpen).count(), madeAt));
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return views.recoveryCodes.updateAll(
                Tables.RECOVERY_USER, user, row -> row.endedAt() == null, row -> row.ended(now));
    }
}
