package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.otp.LiveCodes;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets a new password with the link of a reset or an invitation. Refused with one answer: a link that is wrong, used,
 * replaced or expired, and one of an account that may not act. Using the link, the password, the end of all sessions,
 * of a source system's tokens and of all open codes are one transaction; the person is told, and is not signed in by it
 * (ASVS 6.4.3, 7.4.3). A link that is the first proof of its address ends whatever else the account owned unproven. A
 * user who is still to be imported is imported by the link, which proves the address it was sent to.
 */
final class ResetConfirmFlow {

    private static final Outcome<PasswordSet> REFUSED = Outcome.refused(Refusal.INVALID_LINK);

    private final FlowContext context;
    private final LinkCodes links;
    private final NewPasswordCheck policy;
    private final PasswordHistory history;
    private final SecurityNotice notice;

    ResetConfirmFlow(FlowContext context, LinkCodes links) {
        this.context = context;
        this.links = links;
        this.policy = new NewPasswordCheck(context);
        this.history = new PasswordHistory(context);
        this.notice = new SecurityNotice(context);
    }

    Outcome<PasswordSet> run(LinkProof proof, Secret newPassword) {
        Instant now = context.now();
        Optional<Instant> retryAt = context.limiters()
                .requests()
                .refusal(PermitRequest.of(RateLimit.PASSWORD_RESET_CONFIRM_IP, proof.address()), now);
        return retryAt.isPresent()
                ? Outcome.refused(Refusal.THROTTLED, retryAt.get())
                : confirm(proof, newPassword, now);
    }

    /** Looks as {@link #run} does, without importing the user of the link. */
    Optional<String> recipientOf(LinkProof proof) {
        Instant now = context.now();
        return context.store()
                .read(tx -> find(tx, proof, now)
                        .map(Proven::link)
                        .or(() -> context.accounts().importsUsers()
                                ? links.findOfNotImported(tx, CodePurpose.RESET_PASSWORD, proof, now)
                                : Optional.empty()))
                .map(StoredCode::recipient);
    }

    private Outcome<PasswordSet> confirm(LinkProof proof, Secret newPassword, Instant now) {
        Optional<Proven> proven =
                context.store().read(tx -> find(tx, proof, now)).or(() -> candidate(proof, now));
        if (proven.isEmpty()) {
            return REFUSED;
        }
        List<FieldProblem> problems =
                policy.problems("new_password", newPassword, proven.get().user());
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Optional<Instant> retryAt = retryAt(proven.get(), now);
        if (retryAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, retryAt.get());
        }
        try {
            List<FieldProblem> repeated = repeated(proven.get(), newPassword);
            if (!repeated.isEmpty()) {
                return Outcome.invalid(repeated);
            }
            Secret hash = Secret.of(context.passwords().hasher().hash(newPassword));
            boolean won = context.store().alone(tx -> write(tx, proven.get(), hash, now));
            return won ? changed(proven.get().user().id(), now) : REFUSED;
        } catch (UsedLinkException e) {
            return REFUSED;
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        }
    }

    private Optional<Instant> retryAt(Proven proven, Instant now) {
        return proven.address() == null ? history.retryAt("reset", proven.user().id(), now) : Optional.empty();
    }

    /** What an account had before its first proof may be another person's. */
    private List<FieldProblem> repeated(Proven proven, Secret newPassword) {
        List<FieldProblem> problems =
                policy.repeated("new_password", newPassword, proven.owner().passwordHash());
        return problems.isEmpty() && proven.address() == null
                ? history.problems("new_password", newPassword, proven.owner())
                : problems;
    }

    private Optional<Proven> find(AuthTx tx, LinkProof proof, Instant now) {
        Optional<StoredCode> link = links.find(tx, CodePurpose.RESET_PASSWORD, proof, now)
                .or(() -> links.find(tx, CodePurpose.INVITATION, proof, now));
        UserId user = link.map(code -> code.state().binding().user()).orElse(null);
        Optional<StoredUser> stored =
                user == null ? Optional.empty() : tx.users().byId(user);
        return stored.filter(owner -> owner.info().status().mayAct())
                .flatMap(owner -> link.filter(code -> isStillOwned(owner, code)).flatMap(code -> proven(code, owner)));
    }

    /** The account still has the address or number that the link was sent to. */
    private static boolean isStillOwned(StoredUser owner, StoredCode link) {
        IdentifierKind kind = kind(link);
        return UnprovenIdentifiers.isHeld(owner.info(), kind)
                && link.state().binding().recipientKey().equals(owner.keys().of(kind));
    }

    private static IdentifierKind kind(StoredCode link) {
        return link.state().binding().channel() == Channel.SMS ? IdentifierKind.PHONE : IdentifierKind.EMAIL;
    }

    private Optional<Proven> candidate(LinkProof proof, Instant now) {
        if (!context.accounts().importsUsers()) {
            return Optional.empty();
        }
        Optional<StoredCode> link =
                context.store().read(tx -> links.findOfNotImported(tx, CodePurpose.RESET_PASSWORD, proof, now));
        Optional<Identifier> address = link.flatMap(this::address);
        address.ifPresent(context.accounts()::importOwner);
        return address.flatMap(context.accounts()::owner)
                .filter(owner -> owner.info().status().mayAct())
                .flatMap(owner -> proven(link.get(), owner, address.get()));
    }

    private Optional<Identifier> address(StoredCode link) {
        return kind(link) == IdentifierKind.PHONE
                ? context.identifiers().phone(link.recipient())
                : context.identifiers().email(link.recipient());
    }

    private Optional<Proven> proven(StoredCode link, StoredUser owner) {
        return owner.info().identifiers().of(kind(link)).isVerified()
                ? Optional.of(new Proven(link, owner, null))
                : address(link).flatMap(known -> proven(link, owner, known));
    }

    /** An unproven address of an account that has an owner already, by another proof, opens nothing. */
    private static Optional<Proven> proven(StoredCode link, StoredUser owner, Identifier address) {
        UserInfo info = owner.info();
        if (!UnprovenIdentifiers.opensByCode(info, address.kind())) {
            return Optional.empty();
        }
        boolean before = info.identifiers().of(address.kind()).isVerified();
        return Optional.of(new Proven(link, owner, before ? null : address));
    }

    /** The account's row before the link's, as everything that ends an account takes them. */
    private boolean write(AuthTx tx, Proven proven, Secret hash, Instant now) {
        UserId user = proven.user().id();
        boolean won = isReplaced(tx, proven, hash, now);
        if (won && !tx.codes().use(proven.link().state().binding().challengeId(), now)) {
            throw new UsedLinkException();
        }
        if (won && proven.address() != null) {
            tx.users().claim(user, proven.address(), now);
            tx.users().releaseUnproven(user, now);
            PasswordHistory.forget(tx, user);
            tx.users().byId(user).ifPresent(owner -> FactorRevocation.eraseUnconfirmed(context, tx, owner, now));
        }
        if (won) {
            context.sessionEnds().endAll(tx, new SessionRevocation.User(user, now), EndReason.PASSWORD_RESET, null);
            LiveCodes.endAll(tx, context, proven.user(), now);
            FactorRevocation.forgetBrowsers(context, tx, user, now);
            context.limiters().attempts().reset(tx, proven.user(), now);
            notice.send(tx, NoticeSubject.of(proven.owner()), MessageKind.PASSWORD_RESET_DONE, now);
        }
        return won;
    }

    /** With a history, only the password that was compared: each other change has ended the link. */
    private boolean isReplaced(AuthTx tx, Proven proven, Secret hash, Instant now) {
        UserId user = proven.user().id();
        if (!history.isOn() || proven.address() != null) {
            return tx.users().resetPassword(user, hash, now);
        }
        boolean won = tx.users().changePassword(user, hash, proven.owner().passwordChangedAt(), now);
        if (won) {
            history.keep(tx, user, proven.owner().passwordHash(), now);
        }
        return won;
    }

    private Outcome<PasswordSet> changed(UserId user, Instant now) {
        context.events().tell(new AuthEvent.PasswordChanged(now, user, "reset"));
        return Outcome.done(new PasswordSet(context.limiters().devices().ofReset(user, now)));
    }

    /** Takes the new password back: another use of the link came first. */
    private static final class UsedLinkException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        UsedLinkException() {
            super(null, null, false, false);
        }
    }

    /**
     * What a link stands for.
     *
     * @param address what the link proves; null where it was proven before
     */
    private record Proven(
            StoredCode link, StoredUser owner, @Nullable Identifier address) {

        UserInfo user() {
            return owner.info();
        }
    }
}
