package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.otp.LiveCodes;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.notice.SignInNotices;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Closes an account to another person who signed in to it. The use of the link decides who of several closes it. */
public final class SignInNoticeFlow implements SignInNotices {

    private final FlowContext context;
    private final LinkCodes links;
    private final ResetLinks letters;
    private final OperationEvents operations;
    private final boolean served;
    private final ScheduledDeletions deletions;
    private final PasswordHistory history;
    private final FormerIdentifiers former;

    /**
     * @param settings null where the host tells owners nothing
     * @param grace how long deletions by owners wait
     */
    public SignInNoticeFlow(FlowContext context, @Nullable NoticeSettings settings, Duration grace) {
        this.context = context;
        this.links = new LinkCodes(context);
        this.letters = new ResetLinks(context, links);
        this.operations = new OperationEvents(context);
        this.served = settings != null;
        this.deletions = new ScheduledDeletions(context, grace);
        this.history = new PasswordHistory(context);
        this.former = new FormerIdentifiers(context);
    }

    @Override
    public boolean isServed() {
        return served;
    }

    @Override
    public boolean isLive(LinkProof proof) {
        Instant now = context.now();
        return served
                && context.store()
                        .read(tx -> links.findOfNotice(tx, proof, now)
                                .filter(link -> owner(tx, link, now).isPresent()))
                        .isPresent();
    }

    @Override
    public Outcome<Closed> disown(LinkProof proof) {
        Instant now = context.now();
        return operations.over(
                Operation.SESSION_END, () -> served ? disown(proof, now) : Outcome.refused(Refusal.INVALID_LINK));
    }

    private Outcome<Closed> disown(LinkProof proof, Instant now) {
        try {
            return context.store().alone(tx -> disown(tx, proof, now));
        } catch (KeyTakenException e) {
            // another account has proven the former address at this very moment, and keeps it
            return context.store().alone(tx -> disown(tx, proof, now));
        }
    }

    private Outcome<Closed> disown(AuthTx tx, LinkProof proof, Instant now) {
        Optional<StoredCode> link = links.findOfNotice(tx, proof, now);
        UserId id = link.map(code -> code.state().binding().user()).orElse(null);
        Optional<StoredUser> owner =
                id != null && tx.users().lock(id, now) ? owner(tx, link.get(), now) : Optional.empty();
        if (owner.isEmpty() || !tx.codes().use(link.get().state().binding().challengeId(), now)) {
            return Outcome.refused(Refusal.INVALID_LINK);
        }
        return Outcome.done(closed(tx, owner.get(), link.get(), now));
    }

    /**
     * Empty once the account has another address or number than the link was sent to, unless that one was replaced
     * within the time of links: the person whom the link is against may have done so.
     */
    private Optional<StoredUser> owner(AuthTx tx, StoredCode link, Instant now) {
        return Optional.ofNullable(link.state().binding().user())
                .flatMap(tx.users()::byId)
                .filter(user -> isToPresent(user, link) || isToFormer(tx, user, link, now));
    }

    private boolean isToPresent(StoredUser user, StoredCode link) {
        IdentifierKind kind = kind(link);
        return UnprovenIdentifiers.isProven(user.info(), kind)
                && isReceiver(user.keys().of(kind), link.state().binding().recipientKey());
    }

    private boolean isToFormer(AuthTx tx, StoredUser user, StoredCode link, Instant now) {
        return isReceiver(
                formerKey(tx, user, kind(link), now), link.state().binding().recipientKey());
    }

    private static IdentifierKind kind(StoredCode link) {
        return link.state().binding().channel() == Channel.SMS ? IdentifierKind.PHONE : IdentifierKind.EMAIL;
    }

    private @Nullable String formerKey(AuthTx tx, StoredUser user, IdentifierKind kind, Instant now) {
        return former.of(tx, user.info().id(), kind, now)
                .flatMap(replaced -> replaced.identifier(context, kind))
                .map(Identifier::key)
                .orElse(null);
    }

    private boolean isReceiver(@Nullable String addressKey, String recipientKey) {
        return addressKey != null
                && (recipientKey.equals(addressKey) || recipientKey.equals(links.receiverOfActs(addressKey)));
    }

    private Closed closed(AuthTx tx, StoredUser owner, StoredCode link, Instant now) {
        UserInfo info = owner.info();
        Instant since = since(tx, owner, link, now);
        boolean password = owner.passwordHash() != null || isReset(tx, info, now);
        if (owner.passwordHash() != null) {
            tx.users().resetPassword(info.id(), null, now);
            history.keep(tx, info.id(), owner.passwordHash(), now);
        }
        context.sessionEnds().endAll(tx, new SessionRevocation.User(info.id(), now), EndReason.PASSWORD_RESET, null);
        LiveCodes.endAll(tx, context, info, now);
        FactorRevocation.forgetBrowsers(context, tx, info.id(), now);
        deletions.callOff(tx, info.id(), since, now);
        List<Added> removed =
                new ArrayList<>(new TakenBackIdentifiers(context).run(tx, owner, notice(owner, link, since), now));
        removed.addAll(new DisownedAdditions(context).remove(tx, info.id(), since, now));
        if (password && info.status().mayAct()) {
            tx.users().byId(info.id()).ifPresent(after -> sendReset(tx, after.info(), now));
        }
        context.events().noted();
        tx.afterCommit(() -> context.events().tell(new AuthEvent.SignInDisowned(now, info.id())));
        return new Closed(password, removed);
    }

    private TakenBackIdentifiers.Notice notice(StoredUser owner, StoredCode link, Instant since) {
        return new TakenBackIdentifiers.Notice(kind(link), !isToPresent(owner, link), since);
    }

    /** Notices of acts and those of sign-ins to the address or number of the link. */
    private Instant since(AuthTx tx, StoredUser owner, StoredCode link, Instant now) {
        IdentifierKind kind = kind(link);
        String key = String.valueOf(isToPresent(owner, link) ? owner.keys().of(kind) : formerKey(tx, owner, kind, now));
        return FirstNoticeTime.earliest(tx, link.state().times().sentAt(), now, key, links.receiverOfActs(key));
    }

    /** Another link closed the account and a new password is not set yet: what is sent for it ends here. */
    private boolean isReset(AuthTx tx, UserInfo info, Instant now) {
        return Stream.of(IdentifierKind.EMAIL, IdentifierKind.PHONE)
                .flatMap(kind -> stored(info, kind).stream())
                .anyMatch(receiver -> links.isServed(tx, CodePurpose.RESET_PASSWORD, receiver, now));
    }

    /** To the proven address; to the number where there is none. */
    private void sendReset(AuthTx tx, UserInfo owner, Instant now) {
        Stream.of(IdentifierKind.EMAIL, IdentifierKind.PHONE)
                .filter(kind -> owner.identifiers().of(kind).isVerified())
                .flatMap(kind -> stored(owner, kind).stream())
                .findFirst()
                .ifPresent(receiver -> letters.send(tx, owner, receiver, ResetLinks.Asking.UNKNOWN, now));
    }

    private Optional<Identifier> stored(UserInfo user, IdentifierKind kind) {
        return FormerIdentifiers.read(context, kind, user.identifiers().of(kind).value());
    }
}
