package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.ledger.LedgerKey;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Instant;
import java.util.Optional;

/**
 * A user whose row was not changed here since the import wrote it.
 *
 * @param entry the user's entry in the ledger, with the row's time of change as it was written
 * @param row as it was seen
 */
public record UntouchedUser(UserId id, BeforeImage entry, NewUser row) {

    /** Looks; empty for a user changed here, and for one whose time of change was not noted. */
    public static Optional<UntouchedUser> look(AuthTx tx, LegacyLinkInfo entry, UserId id) {
        Instant writtenAt = entry.localModifiedAt();
        if (writtenAt == null) {
            return Optional.empty();
        }
        BeforeImage seen =
                new BeforeImage(LedgerKey.of(entry.origin()), entry.origin().fingerprint(), writtenAt, "");
        return ImportTx.in(tx).written().untouched(id, writtenAt).map(row -> new UntouchedUser(id, seen, row));
    }

    /**
     * Writes the row as it is, by one conditional update that holds it until the end; false when another writer was
     * faster. What another batch fills in does not move the time of change: the entry is held first, so that a row that
     * was filled since the look is seen here and not overwritten.
     */
    boolean hold(AuthTx tx) {
        Instant writtenAt = entry.writtenAt();
        return ImportTx.in(tx).ledger().restate(entry, entry.fingerprint(), writtenAt)
                && ImportTx.in(tx)
                        .written()
                        .untouched(id, writtenAt)
                        .filter(row::equals)
                        .isPresent()
                && ImportTx.in(tx).written().replace(id, writtenAt, row);
    }
}
