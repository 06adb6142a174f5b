package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that belong to the people of a batch, collected so that each table is written once. */
public final class BatchRows {

    private final Ledger ledger;
    private final List<KeyedLegacyLink> links = new ArrayList<>();
    private final List<Origin> entered = new ArrayList<>();
    private final List<NewProfile> profiles = new ArrayList<>();
    private final List<Origin> profileOrigins = new ArrayList<>();
    private final List<NewDevice> devices = new ArrayList<>();
    private final List<Origin> deviceOrigins = new ArrayList<>();
    private final List<NewSocial> socials = new ArrayList<>();
    private final FactorRows factorRows;
    private final List<OwnedFactors> factors = new ArrayList<>();

    BatchRows(Ledger ledger, FactorRows factorRows) {
        this.ledger = ledger;
        this.factorRows = factorRows;
    }

    /** Collects the rows of a person whose account was just inserted. */
    void addCreated(PersonPlan plan, UserId user) {
        NewUser row = plan.newUser();
        if (row != null) {
            enter(plan.origin(), user.toString(), row.times().modifiedAt());
            add(plan, user, row.times());
        }
    }

    /** Collects the new rows of a person whose account existed before; a merged row gets its ledger entry. */
    void addExisting(PersonPlan plan, UserId user) {
        if (plan.fill() != null) {
            enter(plan.origin(), user.toString(), null);
        }
        add(plan, user, plan.times());
    }

    /** Returns the source rows that get ledger entries; complete after {@code write}. */
    List<Origin> entered() {
        return entered;
    }

    void write(AuthTx tx, Instant now) {
        List<ProfileId> profileIds = ImportTx.in(tx).inserts().insertProfiles(profiles);
        for (int i = 0; i < profileIds.size(); i++) {
            NewProfile profile = profiles.get(i);
            enter(
                    profileOrigins.get(i),
                    profileIds.get(i).toString(),
                    profile.times().modifiedAt());
        }
        List<DeviceId> deviceIds =
                tx.devices().isMapped() ? ImportTx.in(tx).inserts().insertDevices(devices) : List.of();
        for (int i = 0; i < deviceIds.size(); i++) {
            enter(
                    deviceOrigins.get(i),
                    deviceIds.get(i).toString(),
                    devices.get(i).times().modifiedAt());
        }
        if (!socials.isEmpty()) {
            ImportTx.in(tx).inserts().insertSocials(socials);
        }
        ImportTx.in(tx).ledger().insertAll(links, now);
        writeFactors(tx, now);
    }

    private record OwnedFactors(UserId user, FactorPlan plan) {}

    /** Writes factors after the ledger entries of their users, in which an import in place finds the owners. */
    private void writeFactors(AuthTx tx, Instant now) {
        links.clear();
        for (OwnedFactors owned : factors) {
            factorRows.write(tx, owned.user(), owned.plan(), now);
            owned.plan().entered().forEach(origin -> enter(origin, owned.user().toString(), now));
        }
        if (!links.isEmpty()) {
            ImportTx.in(tx).ledger().insertAll(links, now);
        }
    }

    private void add(PersonPlan plan, UserId user, RowTimes times) {
        plan.profiles().forEach(draft -> add(user, draft));
        if (plan.added() != null) {
            add(plan, user, plan.added(), times);
        }
        plan.devices().forEach(draft -> add(user, draft));
        plan.socials().forEach(draft -> add(user, draft));
        if (!plan.factors().isEmpty()) {
            factors.add(new OwnedFactors(user, plan.factors()));
        }
    }

    private void add(PersonPlan plan, UserId user, FirstProfile about, RowTimes times) {
        ProfileInfo.Status status = new ProfileInfo.Status(about.role(), plan.newUser() != null, true);
        profiles.add(
                new NewProfile(user, about.person(), status, about.label(), about.picture(), about.settings(), times));
        profileOrigins.add(added(plan.origin()));
    }

    /** Returns the origin of the profile that the import creates for a person without one. */
    public static Origin added(Origin user) {
        String name = user.entity().text() + ':' + user.legacyId();
        String id = name.length() > Ledger.MAX_LEGACY_ID ? ShortDigest.text(name) : name;
        return new Origin(Entity.ADDED_PROFILES, id, user.fingerprint());
    }

    private void add(UserId user, ProfileDraft draft) {
        profiles.add(new NewProfile(
                user, draft.person(), draft.status(), draft.label(), draft.picture(), draft.settings(), draft.times()));
        profileOrigins.add(draft.origin());
    }

    private void add(UserId user, DeviceDraft draft) {
        devices.add(new NewDevice(user, draft.info(), draft.linkedAt(), draft.times()));
        deviceOrigins.add(draft.origin());
    }

    /** The store returns no keys for these rows, so their ledger entries name the user. */
    private void add(UserId user, SocialDraft draft) {
        SocialIdentity identity = draft.identity();
        if (identity != null) {
            socials.add(new NewSocial(user, identity, draft.times()));
            enter(draft.origin(), user.toString(), draft.times().modifiedAt());
        }
    }

    private void enter(Origin origin, String localRef, @Nullable Instant modifiedAt) {
        links.add(new KeyedLegacyLink(origin.keyIn(ledger), origin.entryOf(ledger), localRef, modifiedAt));
        entered.add(origin);
    }
}
