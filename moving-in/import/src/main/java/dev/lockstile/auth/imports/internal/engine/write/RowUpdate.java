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

/** A row that came earlier and is written anew, since it changed in the old system and not here. */
public sealed interface RowUpdate {

    /** How the row was. */
    BeforeImage before();

    /** The source row as it is now. */
    Origin origin();

    /** ShortDigest of the source row that the entry has from now on. */
    String fingerprint();

    /** The time of change the row here has from now on. */
    Instant writtenAt();

    /** True when the row itself changes; false when only its entry in the ledger does. */
    boolean isUpdate();

    /** Writes the row by one conditional update; false when another writer was faster. */
    boolean replace(AuthTx tx, Instant now);

    /** Writes the row and its entry; false when another writer was faster. */
    default boolean write(AuthTx tx, Instant now) {
        return replace(tx, now) && ImportTx.in(tx).ledger().restate(before(), fingerprint(), writtenAt());
    }

    /**
     * A user. A code or link on its way to a former address opens nothing any more.
     *
     * @param fingerprint that of the origin, or the former one for a row that is to be looked at again
     * @param next null when nothing that is kept here has changed
     * @param changesSignIn an identifier or the password changes
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

    /** A profile; {@code next} is null when nothing that is kept here has changed. */
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
