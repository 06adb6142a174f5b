package dev.lockstile.auth.jpa.internal.sql;

import jakarta.persistence.PersistenceException;

/** Rows could not be added under keys that were given; their primary key may be what is taken. */
public final class GivenKeyException extends PersistenceException {

    private static final long serialVersionUID = 1L;

    public GivenKeyException(PersistenceException cause) {
        super(cause);
    }
}
