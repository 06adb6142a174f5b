package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.jpa.internal.store.JpaLegacyLinkStore;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.WrittenRowStore;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import dev.lockstile.auth.store.imports.WrittenRowStore.ImportedAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that an import changes, fills or removes, in a transaction. */
record JpaWrittenRowStore(Rows rows, HostModel host) implements WrittenRowStore {

    @Override
    public Optional<NewUser> untouched(UserId id, Instant writtenAt) {
        return new ImportedUserRows(rows, host).untouched(id, writtenAt);
    }

    @Override
    public boolean replace(UserId id, Instant writtenAt, NewUser next) {
        return new ImportedUserRows(rows, host).replace(id, writtenAt, next);
    }

    @Override
    public Optional<NewProfile> untouched(ProfileId id, Instant writtenAt) {
        return new ImportedProfileRows(rows, host).untouched(id, writtenAt);
    }

    @Override
    public boolean replace(ProfileId id, Instant writtenAt, NewProfile next) {
        return new ImportedProfileRows(rows, host).replace(id, writtenAt, next);
    }

    @Override
    public Optional<FilledColumns> complete(
            UserId id, List<IdentifierAssignment> claims, @Nullable Secret passwordHash) {
        return new MergedFieldsWriter(rows, host).user(id, claims, passwordHash);
    }

    @Override
    public Optional<FilledColumns> completeDefaultProfile(UserId owner, Person person, String role) {
        return new MergedFieldsWriter(rows, host).defaultProfile(owner, person, role);
    }

    @Override
    public boolean empty(UserId id, FilledColumns filled) {
        return new MergedFieldsWriter(rows, host).empty(id, filled);
    }

    @Override
    public boolean emptyDefaultProfile(UserId owner, FilledColumns filled) {
        return new MergedFieldsWriter(rows, host).emptyDefaultProfile(owner, filled);
    }

    @Override
    public boolean takeBack(ImportedAccount imported) {
        return new CreatedAccountUndoRows(rows, host, JpaLegacyLinkStore.link(host)).takeBack(imported);
    }

    @Override
    public boolean removePart(LinkedTable part, String localRef, Instant writtenAt) {
        return new LegacyLinkedRows(rows, host).remove(part, localRef, writtenAt);
    }

    @Override
    public boolean removeSocial(UserId user, SocialIdentity identity, Instant writtenAt) {
        HostEntity<?> social = host.social();
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
}
