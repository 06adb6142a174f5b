package dev.lockstile.auth.migrate;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.LegacyStore;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that came earlier and is written anew, since it changed in the old system and nobody touched it here. */
sealed interface Renewal {

    /** How the row was. */
    BeforeImage before();

    /** Digest of the source row as it is now. */
    String fingerprint();

    /** The time of change the row here has from now on. */
    Instant writtenAt();

    /** True when the row itself changes; false when only its entry in the ledger does. */
    boolean isUpdate();

    /** Writes the row by one conditional update; false when somebody was faster. */
    boolean replace(LegacyStore ledger);

    /** Writes the row and its entry; false when somebody was faster. */
    default boolean write(AuthTx tx) {
        return replace(tx.legacy()) && tx.legacy().restate(before(), fingerprint(), writtenAt());
    }

    /** A user; {@code next} is null when nothing that is kept here has changed. */
    record OfUser(
            BeforeImage before,
            String fingerprint,
            UserId id,
            @Nullable NewUser next) implements Renewal {

        @Override
        public Instant writtenAt() {
            return next == null ? before.writtenAt() : next.times().modifiedAt();
        }

        @Override
        public boolean isUpdate() {
            return next != null;
        }

        @Override
        public boolean replace(LegacyStore ledger) {
            return next == null || ledger.replace(id, before.writtenAt(), next);
        }
    }

    /** A profile; {@code next} is null when nothing that is kept here has changed. */
    record OfProfile(
            BeforeImage before,
            String fingerprint,
            ProfileId id,
            @Nullable NewProfile next) implements Renewal {

        @Override
        public Instant writtenAt() {
            return next == null ? before.writtenAt() : next.times().modifiedAt();
        }

        @Override
        public boolean isUpdate() {
            return next != null;
        }

        @Override
        public boolean replace(LegacyStore ledger) {
            return next == null || ledger.replace(id, before.writtenAt(), next);
        }
    }
}
