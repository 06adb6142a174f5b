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
 * A user whose row was not changed in the target since the import wrote it.
 *
 * @param id of the user
 * @param entry the user's ledger entry, with the row's time of change as the import wrote it
 * @param row the user as read
 */
public record UntouchedUser(UserId id, BeforeImage entry, NewUser row) {

    /** Reads the user; empty for one changed in the target, and for an entry without a time of change. */
    public static Optional<UntouchedUser> look(AuthTx tx, LegacyLinkInfo entry, UserId id) {
        Instant writtenAt = entry.localModifiedAt();
        if (writtenAt == null) {
            return Optional.empty();
        }
        BeforeImage link =
                new BeforeImage(LedgerKey.of(entry.origin()), entry.origin().fingerprint(), writtenAt, "");
        return ImportTx.in(tx).written().untouched(id, writtenAt).map(row -> new UntouchedUser(id, link, row));
    }

    /**
     * Locks the row until the transaction ends, by a conditional update that writes it unchanged; false when another
     * transaction has changed it. A batch that fills empty fields does not move the time of change. So the entry is
     * locked first, and the row is compared with the one read before.
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
