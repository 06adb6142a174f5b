package dev.lockstile.auth.http;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.DataExport;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The services of the own account, which answer what a test told the other fakes to. */
record AccountFakes(Fakes fakes) implements OwnAccount, Profiles {

    static final Profiles.Draft PRESENT = new Profiles.Draft(new Person("Old", "Name", "Kept", null, null), "Home");

    @Override
    public Outcome<AccountInfo> me(Caller caller) {
        return fakes.answer("me", caller);
    }

    @Override
    public Outcome<OwnAccount.Changed> update(Caller caller, AccountChange change, @Nullable String address) {
        return fakes.answer("updateAccount", caller, change);
    }

    @Override
    public Outcome<OwnAccount.Changed> confirmChange(Caller caller, ChangeProof proof) {
        return fakes.answer("confirmChange", caller, proof);
    }

    @Override
    public Outcome<UserId> delete(Caller caller, DeletionProof proof) {
        return fakes.answer("deleteAccount", caller, proof);
    }

    @Override
    public Duration deletionGrace() {
        return Duration.ZERO;
    }

    @Override
    public Outcome<Optional<Instant>> deletionDue(Caller caller) {
        return fakes.answer("deletionDue", caller);
    }

    @Override
    public Outcome<UserId> keep(Caller caller) {
        return fakes.answer("keepAccount", caller);
    }

    @Override
    public Outcome<DataExport> export(Caller caller) {
        return fakes.answer("exportAccount", caller);
    }

    @Override
    public Outcome<ProfileInfo> get(Caller caller, ProfileId profile) {
        return fakes.answer("profile", caller, profile);
    }

    @Override
    public Outcome<ProfileInfo> create(Caller caller, Profiles.Draft draft) {
        return fakes.answer("profile", caller, draft);
    }

    @Override
    public Outcome<ProfileInfo> update(Caller caller, ProfileId profile, UnaryOperator<Profiles.Draft> change) {
        return fakes.answer("profile", caller, profile, change.apply(PRESENT));
    }

    @Override
    public Outcome<ProfileInfo> admitPicture(Caller caller, ProfileId profile) {
        return fakes.answer("profile", caller, profile);
    }

    @Override
    public Outcome<Profiles.PictureChange> setPicture(Caller caller, ProfileId profile, String reference) {
        return fakes.answer("setPicture", caller, profile, reference);
    }

    @Override
    public Outcome<ProfileInfo> makeDefault(Caller caller, ProfileId profile) {
        return fakes.answer("profile", caller, profile);
    }

    @Override
    public Outcome<ProfileInfo> delete(Caller caller, ProfileId profile) {
        return fakes.answer("deleteProfile", caller, profile);
    }
}
