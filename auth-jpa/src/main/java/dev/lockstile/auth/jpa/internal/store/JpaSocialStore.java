package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewSocial;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.SocialStore;
import java.util.List;

/** Accounts at other sites, in a transaction. */
record JpaSocialStore(Rows rows, HostModel host) implements SocialStore {

    @Override
    public boolean isKept() {
        return host.social() != null;
    }

    @Override
    public void insert(UserId user, SocialIdentity identity, RowTimes times) {
        rows.insert(row(new NewSocial(user, identity, times)));
    }

    @Override
    public void insertAll(List<NewSocial> links) {
        rows.insertAll(links.stream().map(this::row).toList());
    }

    private AbstractSocialAccount<AbstractUser> row(NewSocial wanted) {
        HostEntity<AbstractSocialAccount<AbstractUser>> social = host.social();
        if (social == null) {
            throw new IllegalStateException(
                    "the host keeps no social accounts: no entity extends AbstractSocialAccount");
        }
        AbstractSocialAccount<AbstractUser> row = social.create();
        row.belongTo(rows.reference(host.user(), wanted.user().key()));
        row.link(wanted.identity());
        RowLife.keep(row, wanted.times());
        return row;
    }
}
