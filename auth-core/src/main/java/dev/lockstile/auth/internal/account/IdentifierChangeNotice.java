package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeLinks;
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
import java.util.List;
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
        RequestOrigin origin = NoticeSubject.of(before).origin();
        Map<String, String> values = Map.of(MessageValues.KIND, changed.name());
        send(tx, before, new Notice(IdentifierKind.EMAIL, values, now, origin));
        send(tx, before, new Notice(IdentifierKind.PHONE, values, now, origin));
    }

    /**
     * The same with the new address, number or name, shortened, the client that acted, and a link to take the change
     * back at an address that the account keeps or had before the first change of the last days; at such a number, too,
     * where the account had no proven address then.
     *
     * @param before the account as it was before the change
     */
    void send(AuthTx tx, NoticeSubject before, Identifier changed, Instant now) {
        Map<String, String> values = new HashMap<>(
                Map.of(MessageValues.KIND, changed.kind().name(), MessageValues.WHAT, ShortenedIdentifier.of(changed)));
        Optional.ofNullable(before.name()).ifPresent(name -> values.put(MessageValues.NAME, name));
        for (IdentifierKind to : List.of(IdentifierKind.EMAIL, IdentifierKind.PHONE)) {
            Map<String, String> linked = new HashMap<>(values);
            link(tx, before.user(), to, changed.kind(), now).ifPresent(link -> linked.put(MessageValues.LINK, link));
            send(tx, before.user(), new Notice(to, linked, now, before.origin()));
        }
    }

    /**
     * Tells the address or number alone that a link of a notice took away: its holder may be the owner, and the link may
     * have been opened by the reader of a mailbox that the owner has left.
     */
    void sendToReplaced(AuthTx tx, UserInfo before, IdentifierKind kind, Instant now) {
        send(tx, before, new Notice(kind, Map.of(MessageValues.KIND, kind.name()), now, null));
    }

    private Optional<String> link(AuthTx tx, UserInfo before, IdentifierKind to, IdentifierKind changed, Instant now) {
        boolean none = context.noticeLinks() == NoticeLinks.NONE;
        if (none || !before.identifiers().of(to).isVerified() || !takesBack(tx, before, to, now)) {
            return Optional.empty();
        }
        return changed != to || former.isKept(tx, before, to, now)
                ? context.noticeLinks().issue(context, tx, before, to, now)
                : Optional.empty();
    }

    /** An address does in place of the number, unless it is as new as a change that can be taken back. */
    private boolean takesBack(AuthTx tx, UserInfo before, IdentifierKind to, Instant now) {
        return to == IdentifierKind.EMAIL
                || !before.identifiers().email().isVerified()
                || former.hadNoAddress(tx, before.id(), now);
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
                .forEach(email -> enqueue(tx, before, email, new Notice(IdentifierKind.EMAIL, kind, now, null)));
    }

    private void send(AuthTx tx, UserInfo before, Notice notice) {
        IdentifierState receiver = before.identifiers().of(notice.to());
        String address = receiver.value();
        if (address != null && receiver.isVerified()) {
            enqueue(tx, before, address, notice);
        }
    }

    private void enqueue(AuthTx tx, UserInfo before, String address, Notice notice) {
        context.sender()
                .enqueue(
                        tx,
                        new OutgoingMessage(
                                        notice.to() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS,
                                        address,
                                        MessageKind.IDENTIFIER_CHANGED,
                                        before.language(),
                                        notice.values(),
                                        notice.now().plus(WORTH_TELLING))
                                .from(notice.origin()));
    }

    private record Notice(
            IdentifierKind to,
            Map<String, String> values,
            Instant now,
            @Nullable RequestOrigin origin) {}
}
