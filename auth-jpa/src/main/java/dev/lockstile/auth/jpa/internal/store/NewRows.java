package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import org.jspecify.annotations.Nullable;

/** Makes the host's entities of rows to be added. */
public record NewRows(Rows rows, HostModel host) {

    /** A deleted user owns nothing, so that the identifiers are free for others. */
    public AbstractUser user(NewUser wanted) {
        AbstractUser row = host.user().create();
        boolean deleted = RowTimestamps.isDeleted(wanted);
        for (IdentifierAssignment claim : wanted.claims()) {
            String key = claim.owned() && !deleted ? claim.identifier().key() : null;
            StoreAccess.identifier(row, claim.identifier(), key, claim.verifiedAt());
        }
        row.replacePassword(wanted.passwordHash(), null);
        StoreAccess.status(row, wanted.status());
        StoreAccess.dates(row, wanted.dates());
        row.replaceSettings(wanted.settings());
        RowTimestamps.keep(row, wanted.times());
        return row;
    }

    public AbstractProfile<AbstractUser> profile(NewProfile wanted) {
        AbstractProfile<AbstractUser> row = host.profile().create();
        row.belongTo(rows.reference(host.user(), wanted.user().key()));
        row.describe(wanted.person());
        StoreAccess.status(row, wanted.status());
        row.present(wanted.label(), wanted.picture());
        row.replaceSettings(wanted.settings());
        RowTimestamps.keep(row, wanted.times());
        return row;
    }

    public AbstractDevice<AbstractUser> device(NewDevice wanted) {
        AbstractDevice<AbstractUser> row =
                kept(host.device(), AbstractDevice.class).create();
        row.belongTo(rows.reference(host.user(), wanted.user().key()));
        row.link(wanted.info(), wanted.linkedAt());
        RowTimestamps.keep(row, wanted.times());
        return row;
    }

    public AbstractSocialAccount<AbstractUser> social(NewSocial wanted) {
        AbstractSocialAccount<AbstractUser> row =
                kept(host.social(), AbstractSocialAccount.class).create();
        row.belongTo(rows.reference(host.user(), wanted.user().key()));
        row.link(wanted.identity());
        RowTimestamps.keep(row, wanted.times());
        return row;
    }

    private static <E> HostEntity<E> kept(@Nullable HostEntity<E> entity, Class<?> part) {
        if (entity == null) {
            throw new IllegalStateException("the host keeps no such rows: no entity extends " + part.getSimpleName());
        }
        return entity;
    }
}
