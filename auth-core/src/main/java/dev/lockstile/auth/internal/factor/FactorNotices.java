package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.message.PlaceWords;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.time.Instant;
import java.util.Map;

/** Tells the owner what happened to the second factors (NIST SP 800-63B-4 4.6, ASVS 6.3.7). */
public final class FactorNotices {

    private final FlowContext context;
    private final SecurityNotice notice;

    public FactorNotices(FlowContext context) {
        this.context = context;
        this.notice = new SecurityNotice(context);
    }

    void recoveryCodeUsed(AuthTx tx, NoticeSubject owner, Instant now) {
        Map<String, String> left = tx.factors()
                .recoveryCodes()
                .left(owner.user().id())
                .map(set -> Map.of(MessageValues.LEFT, Integer.toString(set.left())))
                .orElseGet(Map::of);
        notice.send(tx, owner, MessageKind.RECOVERY_CODE_USED, left, now);
    }

    void recoveryCodesMade(AuthTx tx, StoredSession session, Instant now) {
        notice.send(tx, NoticeSubject.of(session), MessageKind.RECOVERY_CODES_MADE, now);
    }

    /**
     * Tells of a factor that signs in from now on.
     *
     * @param name of a passkey; empty for none
     */
    public void added(AuthTx tx, NoticeSubject subject, FactorKind kind, String name, Instant now) {
        notice.send(tx, subject, MessageKind.FACTOR_ADDED, what(kind, name), now);
    }

    void reset(AuthTx tx, UserInfo user, Instant now) {
        notice.send(tx, user, MessageKind.FACTORS_RESET, now);
    }

    void resetAsked(AuthTx tx, UserInfo user, Instant due, Instant now) {
        String told = context.sender().moment(due, user.language(), user.timezone());
        Map<String, String> when = Map.of(MessageValues.DUE, told);
        notice.send(tx, NoticeSubject.of(user), MessageKind.FACTORS_RESET_ASKED, when, now);
    }

    /**
     * Tells of a factor that is gone.
     *
     * @param name of a passkey; empty for none
     */
    public void removed(AuthTx tx, NoticeSubject subject, FactorKind kind, String name, Instant now) {
        notice.send(tx, subject, MessageKind.FACTOR_REMOVED, what(kind, name), now);
    }

    /** A name is text of a person who may be a stranger: no address of a site is left of it. */
    private static Map<String, String> what(FactorKind kind, String name) {
        return name.isBlank()
                ? Map.of(MessageValues.KIND, kind.name())
                : Map.of(MessageValues.KIND, kind.name(), MessageValues.WHAT, PlaceWords.name(name));
    }
}
