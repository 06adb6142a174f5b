package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;

/** Links, and what goes with them: the owner is told by a proven address (ASVS 6.3.7), listeners after the commit. */
final class SocialLinks {

    private final FlowContext context;
    private final SecurityNotice notice;

    SocialLinks(FlowContext context) {
        this.context = context;
        this.notice = new SecurityNotice(context);
    }

    /** Adds the link; an account that another user has ends the work with {@code KeyTakenException}. */
    StoredSocialAccount add(AuthTx tx, StoredUser user, VouchedPerson person, Instant now) {
        tx.socials().insert(user.info().id(), person.identity(), now);
        return tx.socials().byKey(person.key()).orElseThrow();
    }

    /** Tells of a new link. */
    void tell(AuthTx tx, UserInfo user, String provider, Instant now) {
        notice.send(tx, user, MessageKind.SOCIAL_LINKED, now);
        tell(tx, new AuthEvent.FactorsChanged(now, user.id(), "social linked: " + provider));
    }

    /**
     * Tells of a link that is gone.
     *
     * @param what the provider, and who did it where that was not its owner
     */
    void tellUnlinked(AuthTx tx, UserInfo user, String what, Instant now) {
        tellUnlinked(tx, user, new AuthEvent.FactorsChanged(now, user.id(), "social unlinked: " + what));
    }

    /** Tells of a link that is gone, as the event says it. */
    void tellUnlinked(AuthTx tx, UserInfo user, AuthEvent.FactorsChanged event) {
        notice.send(tx, user, MessageKind.SOCIAL_UNLINKED, event.at());
        tell(tx, event);
    }

    /** Tells of a link that signs its owner in again, as the event says it. */
    void tellResumed(AuthTx tx, UserInfo user, AuthEvent.FactorsChanged event) {
        notice.send(tx, user, MessageKind.SOCIAL_RESUMED, event.at());
        tell(tx, event);
    }

    private void tell(AuthTx tx, AuthEvent event) {
        tx.afterCommit(() -> context.events().tell(event));
    }
}
