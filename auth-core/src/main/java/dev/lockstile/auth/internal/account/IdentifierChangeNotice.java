package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the person that a name to sign in by was changed: at every address and number that was proven before the
 * change, the old one among them, since a thief of the account holds at most the new one (ASVS 6.3.7).
 */
final class IdentifierChangeNotice {

    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private final FlowContext context;
    private final FormerIdentifiers former;

    IdentifierChangeNotice(FlowContext context) {
        this.context = context;
        this.former = new FormerIdentifiers(context);
    }

    /** @param before the account as it was before the change */
    void send(AuthTx tx, UserInfo before, IdentifierKind changed, Instant now) {
        send(tx, NoticeSubject.of(before), Map.of(MessageValues.KIND, changed.name()), now);
    }

    /**
     * The same with the new address, number or name, shortened, the client that acted, and a link to take the change
     * back at an address that the account keeps or had before the first change of the last days.
     *
     * @param before the account as it was before the change
     */
    void send(AuthTx tx, NoticeSubject before, Identifier changed, Instant now) {
        Map<String, String> values = new HashMap<>(
                Map.of(MessageValues.KIND, changed.kind().name(), MessageValues.WHAT, ShortenedIdentifier.of(changed)));
        Optional.ofNullable(before.name()).ifPresent(name -> values.put(MessageValues.NAME, name));
        if (changed.kind() != IdentifierKind.EMAIL || former.isKept(tx, before.user(), now)) {
            link(tx, before.user(), now).ifPresent(link -> values.put(MessageValues.LINK, link));
        }
        send(tx, before, values, now);
    }

    /**
     * Tells the address or number alone that a link of a notice took away: its holder may be the owner, and the link may
     * have been opened by the reader of a mailbox that the owner has left.
     */
    void sendToReplaced(AuthTx tx, UserInfo before, IdentifierKind kind, Instant now) {
        Channel channel = kind == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        Map<String, String> values = Map.of(MessageValues.KIND, kind.name());
        send(tx, before, before.identifiers().of(kind), new Notice(channel, values, now, null));
    }

    private Optional<String> link(AuthTx tx, UserInfo before, Instant now) {
        return before.identifiers().email().isVerified()
                ? context.noticeLinks().issue(context, tx, before, now)
                : Optional.empty();
    }

    private void send(AuthTx tx, NoticeSubject before, Map<String, String> values, Instant now) {
        UserInfo user = before.user();
        RequestOrigin origin = before.origin();
        send(tx, user, user.identifiers().email(), new Notice(Channel.EMAIL, values, now, origin));
        send(tx, user, user.identifiers().phone(), new Notice(Channel.SMS, values, now, origin));
    }

    /**
     * Tells of the first proof of an account, which has no address to be told at, at the addresses that the sites it is
     * linked to know, proven there or not: at most one message for each link in the life of an account.
     */
    void sendToSites(AuthTx tx, UserInfo before, Identifier proven, Instant now) {
        Map<String, String> kind = Map.of(MessageValues.KIND, proven.kind().name());
        context.features().rows(tx, before.id()).stream()
                .flatMap(row -> Optional.ofNullable(row.email()).stream())
                .flatMap(email -> context.identifiers().email(email).stream())
                .filter(email -> !email.key().equals(proven.key()))
                .map(Identifier::value)
                .distinct()
                .forEach(email -> enqueue(tx, before, email, new Notice(Channel.EMAIL, kind, now, null)));
    }

    private void send(AuthTx tx, UserInfo before, IdentifierState to, Notice notice) {
        String address = to.value();
        if (address != null && to.isVerified()) {
            enqueue(tx, before, address, notice);
        }
    }

    private void enqueue(AuthTx tx, UserInfo before, String address, Notice notice) {
        context.sender()
                .enqueue(
                        tx,
                        new OutgoingMessage(
                                        notice.channel(),
                                        address,
                                        MessageKind.IDENTIFIER_CHANGED,
                                        before.language(),
                                        notice.values(),
                                        notice.now().plus(WORTH_TELLING))
                                .from(notice.origin()));
    }

    private record Notice(
            Channel channel,
            Map<String, String> values,
            Instant now,
            @Nullable RequestOrigin origin) {}
}
