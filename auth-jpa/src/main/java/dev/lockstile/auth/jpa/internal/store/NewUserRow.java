package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.store.IdentifierAssignment;
import dev.lockstile.auth.store.NewUser;

/** The row of a new user. */
final class NewUserRow {

    private NewUserRow() {}

    /** Somebody who is deleted owns nothing, so that the identifiers are free for others. */
    static AbstractUser fill(AbstractUser row, NewUser wanted) {
        boolean deleted = RowTimestamps.isDeleted(wanted);
        for (IdentifierAssignment claim : wanted.claims()) {
            String key = claim.owned() && !deleted ? claim.identifier().key() : null;
            row.assign(claim.identifier(), key, claim.verifiedAt());
        }
        row.replacePassword(wanted.passwordHash(), null);
        row.decide(wanted.status());
        row.date(wanted.dates());
        row.replaceSettings(wanted.settings());
        RowTimestamps.keep(row, wanted.times());
        return row;
    }
}
