package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.otp.CodeIssuer;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The codes that prove a new address or number. The code is the pending change: what it was sent to is the new value,
 * the digest covers the session that asked, and one is live per person and kind, so that a newer request, an event that
 * ends the person's codes, and the end of that session each cancel it.
 */
final class ChangeCodes {

    private final Digests.Use digests;
    private final CodeIssuer issuer;

    ChangeCodes(FlowContext context) {
        this.digests = context.digests().use("change");
        this.issuer = new CodeIssuer(context, digests);
    }

    /** Stores a code and sends it; a decoy is stored alike, sent to no address, and matched by no attempt. */
    PendingChange issue(AuthTx tx, Asked asked, Identifier wanted, boolean decoy) {
        UserId user = asked.user().id();
        List<String> boundTo = List.of(asked.session().value());
        CodeIssuer.Order order = new CodeIssuer.Order(
                CodePurpose.CONFIRM_CHANGE, wanted, user, liveKey(user, wanted.kind()), boundTo, decoy);
        CodeIssuer.Issued issued = issuer.issueAtOnce(tx, order, asked.now());
        if (!decoy) {
            CodeIssuer.Receiver receiver =
                    new CodeIssuer.Receiver(wanted.value(), asked.user().language(), asked.origin());
            issuer.send(tx, issued, MessageKind.CHANGE_CODE, receiver);
        }
        return new PendingChange(wanted.kind(), issued.challengeId(), issued.validUntil());
    }

    /** The code of that challenge; empty when it is not this person's. */
    Optional<StoredCode> of(AuthTx tx, UserId user, String challenge) {
        return tx.codes()
                .byChallenge(challenge)
                .filter(code -> code.state().binding().purpose().equals(CodePurpose.CONFIRM_CHANGE))
                .filter(code -> user.equals(code.state().binding().user()));
    }

    /** The code that was typed, in digits; empty for what the code cannot be. */
    Optional<Secret> typed(Optional<StoredCode> aim, Secret shown) {
        return aim.map(code -> issuer.typed(code.state().binding().channel(), shown))
                .orElseGet(() -> issuer.typed(shown));
    }

    boolean matches(StoredCode stored, SessionId session, Secret shown) {
        return issuer.matches(stored, shown, session.value());
    }

    /** When that person may have another code sent to that recipient; empty when at once. */
    Optional<Instant> coolingUntil(AuthTx tx, UserId user, Identifier wanted, Instant now) {
        Optional<StoredCode> live = tx.codes()
                .live(liveKey(user, wanted.kind()))
                .filter(code -> code.state().binding().recipientKey().equals(wanted.key()));
        return issuer.cooldown().until(live, now);
    }

    private String liveKey(UserId user, IdentifierKind kind) {
        return CodePurpose.CONFIRM_CHANGE + ":" + digests.of("holder", kind.name(), user.toString());
    }

    /** Who asks, in which session. */
    record Asked(UserInfo user, SessionId session, Instant now, RequestOrigin origin) {}
}
