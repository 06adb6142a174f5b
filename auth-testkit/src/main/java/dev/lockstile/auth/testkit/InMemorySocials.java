package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.SocialStore;
import java.time.Instant;
import java.util.List;

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

    @Override
    public List<SocialIdentity> of(UserId user) {
        return views.socials
                .rows(Tables.SOCIAL_USER, user)
                .map(SocialRow::identity)
                .toList();
    }

    @Override
    public boolean remove(UserId user, SocialIdentity identity, Instant writtenAt) {
        for (Long key : views.socials.keys(Tables.SOCIAL_USER, user)) {
            SocialRow row = views.socials.get(key);
            if (row != null && row.isOf(identity) && row.times().modifiedAt().equals(writtenAt)) {
                views.socials.delete(key);
                return true;
            }
        }
        return false;
    }
}
