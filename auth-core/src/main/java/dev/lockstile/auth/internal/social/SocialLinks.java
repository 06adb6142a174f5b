package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.message.PlaceWords;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.social.SiteName;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.Map;

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
    void tell(AuthTx tx, NoticeSubject owner, String provider, Instant now) {
        notice.send(tx, owner, MessageKind.SOCIAL_LINKED, site(provider), now);
        tell(tx, new AuthEvent.FactorsChanged(now, owner.user().id(), "social linked: " + provider));
    }

    /** Tells of a link that is gone. */
    void tellUnlinked(AuthTx tx, NoticeSubject owner, String provider, Instant now) {
        UserId id = owner.user().id();
        tellUnlinked(tx, owner, provider, new AuthEvent.FactorsChanged(now, id, "social unlinked: " + provider));
    }

    /** Tells of a link that is gone, as the event says it. */
    void tellUnlinked(AuthTx tx, NoticeSubject owner, String provider, AuthEvent.FactorsChanged event) {
        notice.send(tx, owner, MessageKind.SOCIAL_UNLINKED, site(provider), event.at());
        tell(tx, event);
    }

    /** Tells of a link that signs its owner in again, as the event says it. */
    void tellResumed(AuthTx tx, NoticeSubject owner, String provider, AuthEvent.FactorsChanged event) {
        notice.send(tx, owner, MessageKind.SOCIAL_RESUMED, site(provider), event.at());
        tell(tx, event);
    }

    private static Map<String, String> site(String provider) {
        return Map.of(MessageValues.WHAT, PlaceWords.name(SiteName.of(provider)));
    }

    private void tell(AuthTx tx, AuthEvent event) {
        tx.afterCommit(() -> context.events().tell(event));
    }
}
