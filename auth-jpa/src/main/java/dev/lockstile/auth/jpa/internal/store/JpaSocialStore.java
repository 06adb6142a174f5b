package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewSocial;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.SocialStore;
import java.time.Instant;
import java.util.List;

/** Accounts at other sites, in a transaction. */
record JpaSocialStore(Rows rows, HostModel host) implements SocialStore {

    private static final String COLUMNS =
            "select s.provider, s.providerUserId, s.email, s.emailVerified, s.pictureUrl, s.lastLoginAt from ";

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

    @Override
    public List<SocialIdentity> of(UserId user) {
        HostEntity<AbstractSocialAccount<AbstractUser>> social = host.social();
        return social == null
                ? List.of()
                : rows
                        .select(COLUMNS + social.name() + " s where "
                                + host.user().id("s.user") + " = :user")
                        .setParameter("user", user.key())
                        .getResultList()
                        .stream()
                        .map(row -> identity(new ProjectedRow(row, 0)))
                        .toList();
    }

    @Override
    public boolean remove(UserId user, SocialIdentity identity, Instant writtenAt) {
        HostEntity<AbstractSocialAccount<AbstractUser>> social = host.social();
        return social != null
                && rows.update("delete from " + social.name() + " x where "
                                        + host.user().id("x.user") + " = :user and x.provider = :provider"
                                        + " and x.providerUserId = :id and x.modifiedAt = :written")
                                .setParameter("user", user.key())
                                .setParameter("provider", identity.provider())
                                .setParameter("id", identity.providerUserId())
                                .setParameter("written", micros(writtenAt))
                                .executeUpdate()
                        == 1;
    }

    private static SocialIdentity identity(ProjectedRow cells) {
        return new SocialIdentity(
                cells.requiredText(), cells.requiredText(), cells.text(), cells.flag(), cells.text(), cells.instant());
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
        RowTimestamps.keep(row, wanted.times());
        return row;
    }
}
