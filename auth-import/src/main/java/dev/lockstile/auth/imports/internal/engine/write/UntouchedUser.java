package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Instant;

/**
 * A user who came earlier and whom nobody has touched here since.
 *
 * @param writtenAt the row's time of change as it was written
 */
public record UntouchedUser(UserId id, Instant writtenAt, NewUser row) {

    /** Writes the row as it is, by one conditional update that holds it until the end; false when somebody was faster. */
    boolean hold(AuthTx tx) {
        return ImportTx.in(tx).written().replace(id, writtenAt, row);
    }
}
