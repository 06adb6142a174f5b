package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.InvitationAdministration.Invitation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Invites people: the account is opened with its role and without a password, and a link lets its owner set the first
 * one. The link is one of the reset page and is used as such ({@link ResetConfirmFlow}); it lives longer.
 */
final class InvitationFlow {

    private static final int MOST = 200;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final FlowContext context;
    private final NewAccountFlow accounts;
    private final AuthorizedChangeFlow authorized;
    private final InvitationChanges changes;
    private final StandardAdminAuthorization authorization;
    private final LinkCodes links;
    private final InvitationLinks letters;

    InvitationFlow(
            FlowContext context, NewAccountFlow accounts, AuthorizedChangeFlow authorized, InvitationChanges changes) {
        this.context = context;
        this.accounts = accounts;
        this.authorized = authorized;
        this.changes = changes;
        this.authorization = new StandardAdminAuthorization(context);
        this.links = new LinkCodes(context);
        this.letters = new InvitationLinks(context, links);
    }

    Outcome<UserInfo> invite(Caller caller, AccountDraft draft, Duration life, String reference) {
        check(life);
        if (draft.password() != null || draft.verified()) {
            throw new IllegalArgumentException("an invited person sets the password and proves the address");
        }
        return accounts.createAs(caller, draft, reference, new Letter(caller.user(), life));
    }

    Change again(Caller caller, UserId user, Duration life, String reference) {
        check(life);
        Change asked = authorized.run(caller, user, reference, changes.sent());
        return asked == Change.DONE && !send(user, caller.user(), life) ? Change.THROTTLED : asked;
    }

    Change revoke(Caller caller, UserId user, String reference) {
        return authorized.run(caller, user, reference, changes.revoked());
    }

    Outcome<List<Invitation>> list(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> authorization
                        .refusalToLook(tx, caller, AdminPermission.USERS_READ, now)
                        .<Outcome<List<Invitation>>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(open(tx, now))));
    }

    private static List<Invitation> open(AuthTx tx, Instant now) {
        return tx.codes().open(CodePurpose.INVITATION, MOST, now).stream()
                .flatMap(InvitationFlow::invitation)
                .toList();
    }

    private static Stream<Invitation> invitation(StoredCode link) {
        return Stream.ofNullable(link.state().binding().user())
                .map(user -> new Invitation(
                        user,
                        link.recipient(),
                        link.state().times().sentAt(),
                        link.state().times().validUntil()));
    }

    /** The links are counted and written by themselves. */
    private void check(Duration life) {
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an invitation works for an hour to 30 days");
        }
        if (context.store().holdsConnection()) {
            throw new ConnectionHeldException();
        }
    }

    /** @return false where the limits let no message leave */
    private boolean send(UserId user, UserId inviter, Duration life) {
        InvitationLinks.Sending sending = new InvitationLinks.Sending(inviter, life, context.now());
        return context.store()
                .read(tx -> tx.users().byId(user))
                .map(StoredUser::info)
                .flatMap(info -> recipient(info).filter(to -> send(info, to, sending)))
                .isPresent();
    }

    private boolean send(UserInfo info, Identifier to, InvitationLinks.Sending sending) {
        Instant now = sending.now();
        boolean cooling = context.store().<Boolean>read(tx -> links.isCoolingDown(tx, CodePurpose.INVITATION, to, now));
        if (cooling || !context.limiters().sends().admits(to, SendLimiter.Asker.STRANGER, now)) {
            return false;
        }
        try {
            return context.store().<Boolean>alone(tx -> {
                letters.send(tx, info, to, sending);
                return true;
            });
        } catch (KeyTakenException e) {
            return false; // another request is sending it at this very moment
        }
    }

    private Optional<Identifier> recipient(UserInfo info) {
        return Optional.ofNullable(info.email())
                .flatMap(context.identifiers()::email)
                .or(() -> Optional.ofNullable(info.phone()).flatMap(context.identifiers()::phone));
    }

    /** Counts the message before the account is opened, and writes it with the account. */
    private final class Letter implements NewAccountFlow.Follow {

        private final UserId inviter;
        private final Duration life;

        Letter(UserId inviter, Duration life) {
            this.inviter = inviter;
            this.life = life;
        }

        @Override
        public Optional<Refusal> refusal(List<Identifier> identifiers, Instant now) {
            Optional<Identifier> to =
                    first(identifiers, IdentifierKind.EMAIL).or(() -> first(identifiers, IdentifierKind.PHONE));
            if (to.isEmpty()) {
                return Optional.of(Refusal.NO_PROVEN_ADDRESS);
            }
            return context.limiters().sends().admits(to.get(), SendLimiter.Asker.STRANGER, now)
                    ? Optional.empty()
                    : Optional.of(Refusal.THROTTLED);
        }

        private static Optional<Identifier> first(List<Identifier> identifiers, IdentifierKind kind) {
            return identifiers.stream().filter(each -> each.kind() == kind).findFirst();
        }

        @Override
        public void write(AuthTx tx, UserInfo added, Instant now) {
            recipient(added)
                    .ifPresent(to -> letters.send(tx, added, to, new InvitationLinks.Sending(inviter, life, now)));
        }
    }
}
