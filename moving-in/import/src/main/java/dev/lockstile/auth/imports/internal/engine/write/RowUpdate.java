package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The update of a row imported earlier that has changed in the source and not in the target. */
public sealed interface RowUpdate {

    /** Returns the former state of the row and its ledger entry. */
    BeforeImage before();

    /** Returns the source row as it is now. */
    Origin origin();

    /** Returns the digest of the source row that the ledger entry gets. */
    String fingerprint();

    /** Returns the time of change that the target's row gets. */
    Instant writtenAt();

    /** Returns true when the row itself changes; false when only its ledger entry does. */
    boolean isUpdate();

    /** Writes the row by one conditional update; false when another transaction has changed it. */
    boolean replace(AuthTx tx, Instant now);

    /** Writes the row and its ledger entry; false when another transaction has changed one of them. */
    default boolean write(AuthTx tx, Instant now) {
        return replace(tx, now) && ImportTx.in(tx).ledger().restate(before(), fingerprint(), writtenAt());
    }

    /**
     * The update of a user. Where it changes an identifier or the password, open codes and links end.
     *
     * @param before the former state
     * @param origin the source row
     * @param fingerprint that of the origin, or the former one for a row that the next run compares again
     * @param id of the user
     * @param next null when no stored value changes
     * @param changesSignIn true when an identifier or the password changes
     */
    record OfUser(
            BeforeImage before,
            Origin origin,
            String fingerprint,
            UserId id,
            @Nullable NewUser next,
            boolean changesSignIn)
            implements RowUpdate {

        @Override
        public Instant writtenAt() {
            return next == null ? before.writtenAt() : next.times().modifiedAt();
        }

        @Override
        public boolean isUpdate() {
            return next != null;
        }

        @Override
        public boolean replace(AuthTx tx, Instant now) {
            boolean written = next == null || ImportTx.in(tx).written().replace(id, before.writtenAt(), next);
            if (written && changesSignIn) {
                tx.codes().endAll(id, now);
            }
            return written;
        }
    }

    /** The update of a profile; {@code next} is null when no stored value changes. */
    record OfProfile(
            BeforeImage before,
            Origin origin,
            ProfileId id,
            @Nullable NewProfile next) implements RowUpdate {

        @Override
        public String fingerprint() {
            return origin.fingerprint();
        }

        @Override
        public Instant writtenAt() {
            return next == null ? before.writtenAt() : next.times().modifiedAt();
        }

        @Override
        public boolean isUpdate() {
            return next != null;
        }

        @Override
        public boolean replace(AuthTx tx, Instant now) {
            return next == null || ImportTx.in(tx).written().replace(id, before.writtenAt(), next);
        }
    }
}
