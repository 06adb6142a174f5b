package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.SocialStore;

/** Accounts at other sites, in a transaction. */
final class InMemorySocials implements SocialStore {

    private final TableViews views;

    InMemorySocials(TableViews views) {
        this.views = views;
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public void insert(UserId user, SocialIdentity identity, RowTimes times) {
        views.socials.insert(key -> new SocialRow(user, identity, times));
    }
}
