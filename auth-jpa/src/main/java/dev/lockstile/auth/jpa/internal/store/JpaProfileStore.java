package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;

/** Profiles in a transaction. */
record JpaProfileStore(Rows rows, HostModel host) implements ProfileStore {

    @Override
    public ProfileId insert(NewProfile wanted) {
        AbstractProfile<AbstractUser> row = host.profile().create();
        row.belongTo(rows.reference(host.user(), wanted.user().key()));
        row.describe(wanted.person());
        row.decide(wanted.standing());
        row.present(wanted.label(), wanted.picture());
        row.replaceSettings(wanted.settings());
        RowLife.keep(row, wanted.times());
        return new ProfileId(rows.insert(row));
    }
}
