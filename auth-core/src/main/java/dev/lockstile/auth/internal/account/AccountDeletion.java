package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.hook.AuthHook.Deletion;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;

/** What the deletion by the owner writes, in one transaction with the user's row held. */
record AccountDeletion(FlowContext context) {

    /** @throws dev.lockstile.auth.internal.flow.VetoException where the host is against it */
    void askHost(AuthTx tx, UserInfo user, Instant now) {
        Deletion deletion = new Deletion(user, true, now);
        context.hooks().ask(tx, hook -> hook.beforeDeletion(deletion));
    }

    void delete(AuthTx tx, NoticeSubject owner, Instant now) {
        UserId user = owner.user().id();
        new SecurityNotice(context).send(tx, owner, MessageKind.ACCOUNT_DELETED, now);
        endAll(tx, user, EndReason.ACCOUNT_DELETED, now);
        tx.users().softDelete(user, now);
    }

    /** Sessions, codes, API keys and sign-ins that are under way. */
    void endAll(AuthTx tx, UserId user, EndReason reason, Instant now) {
        context.sessionEnds().endAll(tx, new SessionRevocation.User(user, now), reason, null);
        tx.codes().endAll(user, now);
        FactorRevocation.forgetBrowsers(context, tx, user, now);
    }
}
