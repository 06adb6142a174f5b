package dev.lockstile.auth.jpa.internal.store;

import jakarta.persistence.PersistenceException;

/** Rows could not be added under keys that were given; their primary key may be what is taken. */
final class GivenKeyException extends PersistenceException {

    private static final long serialVersionUID = 1L;

    GivenKeyException(PersistenceException cause) {
        super(cause);
    }
}
