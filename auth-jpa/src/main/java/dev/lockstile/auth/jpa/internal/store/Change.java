package dev.lockstile.auth.jpa.internal.store;

import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** A conditional update of one table, about to run. */
interface Change {

    /** Gives the value of that name. */
    Change setParameter(String name, @Nullable Object value);

    /** Runs it; tells how many rows met the condition. */
    int executeUpdate();

    /** The update as Hibernate translates it. */
    static Change of(MutationQuery query) {
        return new Change() {
            @Override
            public Change setParameter(String name, @Nullable Object value) {
                query.setParameter(name, value);
                return this;
            }

            @Override
            public int executeUpdate() {
                return query.executeUpdate();
            }
        };
    }
}
