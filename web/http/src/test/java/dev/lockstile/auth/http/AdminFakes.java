package dev.lockstile.auth.http;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AccountEdit;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The administration, of which a request reaches only the methods that check who asks. */
record AdminFakes(Fakes fakes) implements AccountAdministration {

    @Override
    public Outcome<UserInfo> createAdministratorAs(Caller caller, NewAdmin admin, @Nullable String reference) {
        return reference == null
                ? fakes.answer("createAdmin", caller, admin)
                : fakes.answer("createAdmin", caller, admin, reference);
    }

    @Override
    public Optional<UserInfo> find(UserId user) {
        throw unreachable();
    }

    @Override
    public Outcome<UserInfo> createAs(Caller caller, AccountDraft account, String reference) {
        return fakes.answer("createAs", caller, account, reference);
    }

    @Override
    public Change setRoleAs(Caller caller, UserId user, String role, String reference) {
        return fakes.answer("setRoleAs", caller, user, role, reference);
    }

    @Override
    public Change setRoleAs(Caller caller, UserProfile owned, String role, String reference) {
        throw unreachable();
    }

    @Override
    public Change editAs(Caller caller, UserId user, AccountEdit edit, String reference) {
        return fakes.answer("editAs", caller, user, edit, reference);
    }

    @Override
    public Change requestPasswordResetAs(Caller caller, UserId user, String reference) {
        return fakes.answer("requestPasswordResetAs", caller, user, reference);
    }

    @Override
    public Outcome<UserInfo> inviteAs(Caller caller, AccountDraft account, Duration life, String reference) {
        return fakes.answer("createAs", caller, account, life, reference);
    }

    @Override
    public Change inviteAgainAs(Caller caller, UserId user, Duration life, String reference) {
        return fakes.answer("inviteAgainAs", caller, user, life, reference);
    }

    @Override
    public Change revokeInvitationAs(Caller caller, UserId user, String reference) {
        return fakes.answer("revokeInvitationAs", caller, user, reference);
    }

    @Override
    public Outcome<List<Invitation>> invitations(Caller caller) {
        return fakes.answer("invitations", caller);
    }

    @Override
    public Outcome<Integer> endAllSessionsAs(Caller caller, String reference) {
        return fakes.answer("endAllSessionsAs", caller, reference);
    }

    @Override
    public Change requireNewPasswordAs(Caller caller, UserId user, String reference) {
        return fakes.answer("requireNewPasswordAs", caller, user, reference);
    }

    @Override
    public Outcome<Secret> setTemporaryPasswordAs(
            Caller caller, UserId user, TemporaryPassword wanted, String reference) {
        return fakes.answer("setTemporaryPasswordAs", caller, user, wanted, reference);
    }

    @Override
    public boolean requireNewPassword(UserId user) {
        throw unreachable();
    }

    @Override
    public Change markVerifiedAs(Caller caller, UserId user, IdentifierKind kind, String reference) {
        return fakes.answer("markVerifiedAs", caller, user, kind, reference);
    }

    @Override
    public Change disableAs(Caller caller, UserId user, String reference) {
        return fakes.answer("disableAs", caller, user, reference);
    }

    @Override
    public Change disableAs(Caller caller, UserId user, Instant until, String reference) {
        return fakes.answer("disableAs", caller, user, until, reference);
    }

    @Override
    public Outcome<Merge> previewMergeAs(Caller caller, UserId from, UserId into) {
        return fakes.answer("previewMergeAs", caller, from, into);
    }

    @Override
    public Outcome<Merge> mergeAs(Caller caller, UserId from, UserId into, String reference) {
        return fakes.answer("mergeAs", caller, from, into, reference);
    }

    @Override
    public Outcome<Merge> previewMerge(UserId from, UserId into) {
        return fakes.answer("previewMerge", from, into);
    }

    @Override
    public Outcome<Merge> merge(UserId from, UserId into, String reference) {
        return fakes.answer("merge", from, into, reference);
    }

    @Override
    public Change enableAs(Caller caller, UserId user, String reference) {
        return fakes.answer("enableAs", caller, user, reference);
    }

    @Override
    public Change deleteAs(Caller caller, UserId user, String reference) {
        return fakes.answer("deleteAs", caller, user, reference);
    }

    @Override
    public Change restoreAs(Caller caller, UserId user, String reference) {
        return fakes.answer("restoreAs", caller, user, reference);
    }

    @Override
    public Change endSessionsAs(Caller caller, UserId user, String reference) {
        return fakes.answer("endSessionsAs", caller, user, reference);
    }

    @Override
    public Change endSessionAs(Caller caller, UserId user, SessionId session, String reference) {
        return fakes.answer("endSessionAs", caller, user, session, reference);
    }

    @Override
    public Change revokeApiKeyAs(Caller caller, UserId user, String key, String reference) {
        return fakes.answer("revokeApiKeyAs", caller, user, key, reference);
    }

    @Override
    public Outcome<UserInfo> createServiceAccount(ServiceAccount account) {
        return fakes.answer("createServiceAccount", account);
    }

    @Override
    public Outcome<UserInfo> createServiceAccountAs(Caller caller, ServiceAccount account, String reference) {
        return fakes.answer("createAs", caller, account, reference);
    }

    @Override
    public Change keepAs(Caller caller, UserId user, String reference) {
        return fakes.answer("keepAs", caller, user, reference);
    }

    @Override
    public Optional<Instant> deletionDue(UserId user) {
        return Optional.empty();
    }

    @Override
    public Change endApiKeysAs(Caller caller, UserId user, String reference) {
        return fakes.answer("endApiKeysAs", caller, user, reference);
    }

    @Override
    public Outcome<UserInfo> bootstrapSuperuser(Secret bootstrapSecret, NewAdmin admin) {
        return fakes.answer("bootstrap", bootstrapSecret, admin);
    }

    @Override
    public Outcome<UserInfo> createFirstSuperuser(NewAdmin admin) {
        throw unreachable();
    }

    @Override
    public Outcome<UserInfo> create(AccountDraft account) {
        throw unreachable();
    }

    @Override
    public boolean setRole(UserId user, String role) {
        throw unreachable();
    }

    @Override
    public boolean setRole(UserId user, ProfileId profile, String role) {
        throw unreachable();
    }

    @Override
    public boolean markVerified(UserId user, IdentifierKind kind) {
        throw unreachable();
    }

    @Override
    public boolean disable(UserId user) {
        throw unreachable();
    }

    @Override
    public boolean disable(UserId user, Instant until) {
        throw unreachable();
    }

    @Override
    public boolean enable(UserId user) {
        throw unreachable();
    }

    @Override
    public boolean delete(UserId user) {
        throw unreachable();
    }

    @Override
    public boolean restore(UserId user) {
        throw unreachable();
    }

    @Override
    public boolean endSessions(UserId user) {
        throw unreachable();
    }

    private static AssertionError unreachable() {
        return new AssertionError("no request may come here");
    }
}
