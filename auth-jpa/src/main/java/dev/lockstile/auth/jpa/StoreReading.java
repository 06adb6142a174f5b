package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.internal.admin.HqlAdminLists;
import dev.lockstile.auth.jpa.internal.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.function.Function;

/** Read-only transactions of a store, for lists. */
record StoreReading(Transactions transactions) implements HqlAdminLists.Reading {

    @Override
    public <T> T run(Function<EntityManager, T> work) {
        return transactions.readsAtOnce(tx -> work.apply(Objects.requireNonNull(transactions.underWay())));
    }
}
