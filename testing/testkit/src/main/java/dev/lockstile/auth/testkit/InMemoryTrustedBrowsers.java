package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.TrustedBrowserStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Trusted browsers in a transaction. */
record InMemoryTrustedBrowsers(TableViews views) implements TrustedBrowserStore {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public void insert(UserId user, TrustedBrowserState browser, String tokenDigest) {
        views.browsers.insert(key -> new TrustedBrowserRow(user, browser, tokenDigest, null));
    }

    @Override
    public boolean use(UserId user, String tokenDigest, Instant now) {
        return views.browsers.updateAll(
                        Tables.BROWSER_TOKEN,
                        tokenDigest,
                        row -> row.user().equals(user) && row.isOpen(now),
                        row -> row.used(now))
                == 1;
    }

    @Override
    public List<TrustedBrowserState> live(UserId user, Instant now) {
        return views.browsers
                .rows(Tables.BROWSER_USER, user)
                .filter(row -> row.isOpen(now))
                .map(TrustedBrowserRow::state)
                .sorted(Comparator.comparing(TrustedBrowserState::lastUsedAt).reversed())
                .toList();
    }

    @Override
    public boolean end(UserId user, String browserId, Instant now) {
        return views.browsers.updateAll(
                        Tables.BROWSER_ID,
                        browserId,
                        row -> row.user().equals(user) && row.endedAt() == null,
                        row -> row.ended(now))
                == 1;
    }

    @Override
    public int endAll(UserId user, Instant now) {
        return views.browsers.updateAll(Tables.BROWSER_USER, user, row -> row.endedAt() == null, row -> row.ended(now));
    }
}
