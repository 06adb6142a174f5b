package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;

/** Tells the owner what happened to the second factors (NIST SP 800-63B-4 4.6, ASVS 6.3.7). */
public final class FactorNotices {

    private final SecurityNotice notice;

    public FactorNotices(FlowContext context) {
        this.notice = new SecurityNotice(context);
    }

    void recoveryCodeUsed(AuthTx tx, UserInfo user, Instant now) {
        notice.send(tx, user, MessageKind.RECOVERY_CODE_USED, now);
    }

    void recoveryCodesMade(AuthTx tx, UserInfo user, Instant now) {
        notice.send(tx, user, MessageKind.RECOVERY_CODES_MADE, now);
    }

    public void added(AuthTx tx, UserInfo user, Instant now) {
        notice.send(tx, user, MessageKind.FACTOR_ADDED, now);
    }

    void reset(AuthTx tx, UserInfo user, Instant now) {
        notice.send(tx, user, MessageKind.FACTORS_RESET, now);
    }

    void resetAsked(AuthTx tx, UserInfo user, Instant now) {
        notice.send(tx, user, MessageKind.FACTORS_RESET_ASKED, now);
    }

    public void removed(AuthTx tx, UserInfo user, Instant now) {
        notice.send(tx, user, MessageKind.FACTOR_REMOVED, now);
    }
}
