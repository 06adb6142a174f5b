package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook.NewIdentifier;
import dev.lockstile.auth.internal.account.ChangeCheck.Wanted;
import dev.lockstile.auth.internal.account.ChangeCodes.Asked;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.ImpersonationRules;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes an account. Refused: input that makes no sense, a session that is over, a change of a name to sign in by
 * without a recent proof of who asks, too many of them or of codes to one address, and a user name that an account has
 * or is still to be imported with. Not refused: an address that another account has, whose owner gets the notice that a
 * registration would give, while the asker gets the answer and the row of a free one. Nothing of the new address counts
 * until it is proven.
 */
final class AccountChangeFlow {

    private final FlowContext context;
    private final IdentifierChangeLimiter limiter;
    private final ChangeCodes codes;
    private final IdentifierTakenNotice takenNotice;
    private final IdentifierChangeNotice notice;

    AccountChangeFlow(FlowContext context, ChangeCodes codes) {
        this.context = context;
        this.limiter = new IdentifierChangeLimiter(context, codes);
        this.codes = codes;
        this.takenNotice = new IdentifierTakenNotice(context);
        this.notice = new IdentifierChangeNotice(context);
    }

    Outcome<OwnAccount.Changed> run(Caller caller, AccountChange change, @Nullable String address) {
        Instant now = context.now();
        Wanted wanted = new ChangeCheck(
                        context.identifiers(), context.settings().fields().account())
                .read(change);
        if (!wanted.problems().isEmpty()) {
            return Outcome.invalid(wanted.problems());
        }
        boolean ofOwner = !wanted.names().areNone() || wanted.terms();
        if (ofOwner && !ImpersonationRules.isOwner(caller)) {
            return Outcome.refused(Refusal.FORBIDDEN);
        }
        IdentifierChangeLimiter.Permission permission = limiter.ask(caller, wanted, address, now);
        if (permission.refusal() != null) {
            return permission.refusal();
        }
        try {
            return context.store().alone(tx -> write(tx, caller, new Allowed(wanted, permission, address), now));
        } catch (KeyTakenException e) {
            // the same request at this very moment, or another account took the user name
            return Outcome.refused(wanted.names().username() == null ? Refusal.THROTTLED : Refusal.USERNAME_TAKEN);
        } catch (VetoException e) {
            context.events().tell(e.refused(now, Operation.ACCOUNT_CHANGE, caller.user(), caller.session()));
            return Outcome.refused(Refusal.FORBIDDEN);
        }
    }

    private Outcome<OwnAccount.Changed> write(AuthTx tx, Caller caller, Allowed allowed, Instant now) {
        Wanted wanted = allowed.wanted();
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        UserInfo user = session.get().user().info();
        IdentifierChangeLimiter.Names names = IdentifierChangeLimiter.Names.of(session.get(), wanted);
        List<Identifier> toProve = names.toProve();
        Identifier name = names.toTake();
        Optional<Outcome<OwnAccount.Changed>> refusal = limiter.refusal(tx, caller, names, now);
        return refusal.orElseGet(() -> {
            Optional.ofNullable(name)
                    .ifPresent(requested -> takeName(tx, caller, session.get(), new Taken(requested, now)));
            applySettings(tx, user, wanted, now);
            List<PendingChange> pending = toProve.isEmpty()
                    ? List.of()
                    : pend(
                            tx,
                            new Asked(user, caller.session(), now, origin(session.get(), allowed.address())),
                            allowed.permission(),
                            toProve);
            tell(tx, new Told(user, Optional.ofNullable(name), toProve, wanted), now);
            return changed(tx, caller, pending, now);
        });
    }

    /** The client of this request with its place, taken address or not; its browser is the one that signed in. */
    private RequestOrigin origin(StoredSession session, @Nullable String address) {
        ClientEvidence signedIn = ClientEvidence.NONE.withBrowser(
                BrowserName.of(session.state().origin().deviceLabel()));
        UserInfo user = session.user().info();
        return context.sender().placed(RequestOrigin.of(address, signedIn, user.timezone()), user.language());
    }

    private void takeName(AuthTx tx, Caller caller, StoredSession session, Taken taken) {
        UserInfo user = session.user().info();
        NewIdentifier requested = new NewIdentifier(user, taken.name(), taken.now());
        context.hooks().ask(tx, hook -> hook.beforeIdentifierChange(requested));
        tx.users().claim(user.id(), taken.name(), taken.now());
        context.sessionEnds()
                .endAll(
                        tx,
                        new SessionRevocation.User(user.id(), taken.now()),
                        EndReason.IDENTIFIER_CHANGED,
                        caller.session());
        notice.send(tx, NoticeSubject.of(session), taken.name(), taken.now());
    }

    private void applySettings(AuthTx tx, UserInfo user, Wanted wanted, Instant now) {
        SettingsJson next = wanted.applied(user.settings());
        if (!next.equals(user.settings())) {
            tx.users().replaceSettings(user.id(), user.settings(), next, now);
        }
        if (wanted.terms()) {
            tx.users().acceptTerms(user.id(), now);
        }
        if (!wanted.hostColumns().isEmpty()) {
            tx.hostColumns().writeUser(user.id(), wanted.hostColumns(), now);
        }
    }

    private List<PendingChange> pend(
            AuthTx tx, Asked asked, IdentifierChangeLimiter.Permission permission, List<Identifier> toProve) {
        return toProve.stream()
                .map(requested -> pend(tx, asked, permission, requested))
                .toList();
    }

    private PendingChange pend(
            AuthTx tx, Asked asked, IdentifierChangeLimiter.Permission permission, Identifier requested) {
        Optional<StoredUser> owner = IdentifierChangeLimiter.owner(tx, requested, asked.user());
        boolean leaves = permission.lets(requested);
        boolean there = owner.isEmpty() && permission.there().contains(requested);
        if (leaves) {
            owner.ifPresent(other -> takenNotice.send(tx, other.info(), requested, asked.now()));
        }
        if (leaves && there) {
            takenNotice.send(
                    tx, requested, new Confirmations.Sending(asked.user().language(), true, asked.now(), null));
        }
        return codes.issue(tx, asked, requested, owner.isPresent() || there || !leaves);
    }

    private static String kind(Identifier requested) {
        return requested.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Outcome<OwnAccount.Changed> changed(
            AuthTx tx, Caller caller, List<PendingChange> pending, Instant now) {
        return CallerSession.live(tx, caller, now)
                .flatMap(AccountView::of)
                .<Outcome<OwnAccount.Changed>>map(shown -> Outcome.done(new OwnAccount.Changed(shown, pending)))
                .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
    }

    /** One event for all that one call changed. */
    private void tell(AuthTx tx, Told told, Instant now) {
        List<String> words = new ArrayList<>();
        told.name().ifPresent(name -> words.add("username"));
        told.toProve().forEach(requested -> words.add(kind(requested) + " change asked"));
        if (!told.wanted().applied(told.user().settings()).equals(told.user().settings())) {
            words.add("settings");
        }
        if (!told.wanted().hostColumns().isEmpty()) {
            words.add("host fields");
        }
        if (!words.isEmpty()) {
            UserId user = told.user().id();
            tx.afterCommit(
                    () -> context.events().tell(new AuthEvent.AccountChanged(now, user, String.join(", ", words))));
        }
    }

    private record Allowed(
            Wanted wanted,
            IdentifierChangeLimiter.Permission permission,
            @Nullable String address) {}

    private record Taken(Identifier name, Instant now) {}

    private record Told(UserInfo user, Optional<Identifier> name, List<Identifier> toProve, Wanted wanted) {}
}
