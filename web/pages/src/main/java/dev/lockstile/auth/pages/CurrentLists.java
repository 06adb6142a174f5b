package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.admin.SignInCount;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The lists as of now: an account whose disabling is over counts as active. */
record CurrentLists(AdminLists lists, Clock clock) implements AdminLists {

    @Override
    public Page page(Table list, Query query) {
        return lists.page(list, query.at(clock.instant()));
    }

    @Override
    public Set<AccountOrder> orders() {
        return lists.orders();
    }

    @Override
    public Set<Table> kept() {
        return lists.kept();
    }

    @Override
    public List<DailyCounts> daily(Instant first, int days) {
        return lists.daily(first, days);
    }

    @Override
    public List<SignInCount> signIns(Instant from, Instant until) {
        return lists.signIns(from, until);
    }
}
