package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AccountEdit;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The administration of accounts, with and without a caller whose right is checked. */
public final class AdminFlows implements AccountAdministration {

    private final FlowContext context;
    private final OperationEvents operations;
    private final NewAccountFlow newAccount;
    private final NewAdminFlow newAdmin;
    private final AdminBootstrap bootstrap;
    private final AccountChanges changes;
    private final AccountDisabling disabling;
    private final HostChangeFlow unchecked;
    private final AuthorizedChangeFlow authorized;
    private final PasswordMarks passwords;
    private final TemporaryPasswordFlow temporary;
    private final InvitationFlow invitations;
    private final AllSessionsFlow allSessions;
    private final MergeFlow merges;
    private final ResetRequestFlow resets;

    /** @param bootstrapSecret null where no superuser is made by a secret */
    public AdminFlows(FlowContext context, @Nullable Secret bootstrapSecret) {
        this.context = context;
        this.operations = new OperationEvents(context);
        this.newAccount = new NewAccountFlow(context);
        this.newAdmin = new NewAdminFlow(context);
        this.bootstrap = new AdminBootstrap(context, bootstrapSecret, newAdmin);
        this.changes = new AccountChanges(context);
        this.disabling = new AccountDisabling(context, changes);
        this.unchecked = new HostChangeFlow(context);
        this.authorized = new AuthorizedChangeFlow(context);
        this.passwords = new PasswordMarks(context);
        this.temporary = new TemporaryPasswordFlow(context, authorized, passwords);
        this.invitations = new InvitationFlow(context, newAccount, authorized, new InvitationChanges(changes));
        this.allSessions = new AllSessionsFlow(context);
        this.merges = new MergeFlow(context, changes);
        this.resets = new ResetRequestFlow(context, new LinkCodes(context));
    }

    @Override
    public Optional<UserInfo> find(UserId user) {
        return context.store().read(tx -> tx.users().byId(user)).map(StoredUser::info);
    }

    @Override
    public Outcome<UserInfo> create(AccountDraft account) {
        return operations.over(Operation.ADMINISTRATOR, () -> newAccount.run(account), NewAccountFlow::reason);
    }

    @Override
    public Outcome<UserInfo> createAdministratorAs(Caller caller, NewAdmin admin, @Nullable String reference) {
        return newAdmin.createAs(caller, admin, reference);
    }

    @Override
    public Outcome<UserInfo> bootstrapSuperuser(Secret bootstrapSecret, NewAdmin admin) {
        return bootstrap.bySecret(bootstrapSecret, admin);
    }

    @Override
    public Outcome<UserInfo> createFirstSuperuser(NewAdmin admin) {
        return bootstrap.byCommand(admin);
    }

    @Override
    public Outcome<UserInfo> createAs(Caller caller, AccountDraft account, String reference) {
        return newAccount.createAs(caller, account, reference);
    }

    @Override
    public Outcome<UserInfo> createServiceAccount(ServiceAccount account) {
        return operations.over(Operation.ADMINISTRATOR, () -> newAccount.runProgram(account), NewAccountFlow::reason);
    }

    @Override
    public Outcome<UserInfo> createServiceAccountAs(Caller caller, ServiceAccount account, String reference) {
        return newAccount.createProgramAs(caller, account, reference);
    }

    @Override
    public Outcome<UserInfo> inviteAs(Caller caller, AccountDraft account, Duration life, String reference) {
        return invitations.invite(caller, account, life, reference);
    }

    @Override
    public Change inviteAgainAs(Caller caller, UserId user, Duration life, String reference) {
        return invitations.again(caller, user, life, reference);
    }

    @Override
    public Change revokeInvitationAs(Caller caller, UserId user, String reference) {
        return invitations.revoke(caller, user, reference);
    }

    @Override
    public Outcome<List<Invitation>> invitations(Caller caller) {
        return invitations.list(caller);
    }

    @Override
    public Outcome<Integer> endAllSessionsAs(Caller caller, String reference) {
        return allSessions.run(caller, reference);
    }

    @Override
    public boolean setRole(UserId user, String role) {
        return unchecked.run(user, changes.role(changes.requireRole(role)));
    }

    @Override
    public boolean setRole(UserId user, ProfileId profile, String role) {
        return unchecked.run(user, changes.role(profile, changes.requireRole(role)));
    }

    @Override
    public boolean markVerified(UserId user, IdentifierKind kind) {
        return unchecked.run(user, changes.verified(kind));
    }

    @Override
    public boolean disable(UserId user) {
        return unchecked.run(user, disabling.disabled());
    }

    @Override
    public boolean disable(UserId user, Instant until) {
        return unchecked.run(user, disabling.disabled(until));
    }

    @Override
    public boolean enable(UserId user) {
        return unchecked.run(user, disabling.enabled());
    }

    @Override
    public boolean requireNewPassword(UserId user) {
        return unchecked.run(user, passwords.required());
    }

    @Override
    public boolean delete(UserId user) {
        return unchecked.run(user, changes.deleted());
    }

    @Override
    public boolean restore(UserId user) {
        return unchecked.run(user, changes.restored());
    }

    @Override
    public boolean endSessions(UserId user) {
        return unchecked.run(user, changes.sessionsEnded());
    }

    @Override
    public Change setRoleAs(Caller caller, UserId user, String role, String reference) {
        return authorized.run(caller, user, reference, changes.role(role));
    }

    @Override
    public Change setRoleAs(Caller caller, UserProfile owned, String role, String reference) {
        return authorized.run(caller, owned.user(), reference, changes.role(owned.profile(), role));
    }

    @Override
    public Change editAs(Caller caller, UserId user, AccountEdit edit, String reference) {
        return authorized.run(caller, user, reference, changes.edited(edit));
    }

    @Override
    public Change requestPasswordResetAs(Caller caller, UserId user, String reference) {
        if (context.store().holdsConnection()) {
            throw new ConnectionHeldException(); // links are counted and written by themselves
        }
        Change asked = authorized.run(caller, user, reference, changes.resetRequested());
        return asked == Change.DONE && !resets.send(user) ? Change.THROTTLED : asked;
    }

    @Override
    public Change requireNewPasswordAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, passwords.required());
    }

    @Override
    public Outcome<Secret> setTemporaryPasswordAs(
            Caller caller, UserId user, TemporaryPassword wanted, String reference) {
        return temporary.run(caller, user, wanted, reference);
    }

    @Override
    public Change markVerifiedAs(Caller caller, UserId user, IdentifierKind kind, String reference) {
        return authorized.run(caller, user, reference, changes.verified(kind));
    }

    @Override
    public Change disableAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, disabling.disabled());
    }

    @Override
    public Change disableAs(Caller caller, UserId user, Instant until, String reference) {
        return authorized.run(caller, user, reference, disabling.disabled(until));
    }

    @Override
    public Change enableAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, disabling.enabled());
    }

    @Override
    public Outcome<Merge> previewMergeAs(Caller caller, UserId from, UserId into) {
        return merges.previewMergeAs(caller, from, into);
    }

    @Override
    public Outcome<Merge> mergeAs(Caller caller, UserId from, UserId into, String reference) {
        return merges.mergeAs(caller, from, into, reference);
    }

    @Override
    public Outcome<Merge> previewMerge(UserId from, UserId into) {
        return merges.previewMerge(from, into);
    }

    @Override
    public Outcome<Merge> merge(UserId from, UserId into, String reference) {
        return merges.merge(from, into, reference);
    }

    @Override
    public Change deleteAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, changes.deleted());
    }

    @Override
    public Change restoreAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, changes.restored());
    }

    @Override
    public Change endSessionsAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, changes.sessionsEnded());
    }

    @Override
    public Change endSessionAs(Caller caller, UserId user, SessionId session, String reference) {
        return authorized.run(caller, user, reference, changes.sessionEnded(session));
    }

    @Override
    public Change revokeApiKeyAs(Caller caller, UserId user, String key, String reference) {
        return authorized.run(caller, user, reference, changes.keyRevoked(key));
    }

    @Override
    public Change endApiKeysAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, changes.keysEnded());
    }

    @Override
    public Change keepAs(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, ScheduledDeletions.calledOff());
    }

    @Override
    public Optional<Instant> deletionDue(UserId user) {
        Instant now = context.now();
        return context.store().read(tx -> ScheduledDeletions.due(tx, user, now));
    }
}
