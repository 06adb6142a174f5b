package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Tells the person that a name to sign in by was changed: at every address and number that was proven before the change,
 * the old one among them, since a thief of the account holds at most the new one (ASVS 6.3.7).
 */
final class IdentifierChangeNotice {

    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private final FlowContext context;

    IdentifierChangeNotice(FlowContext context) {
        this.context = context;
    }

    /** @param before the account as it was before the change */
    void send(AuthTx tx, UserInfo before, IdentifierKind changed, Instant now) {
        send(tx, before, new Notice(Channel.EMAIL, before.identifiers().email(), changed, now));
        send(tx, before, new Notice(Channel.SMS, before.identifiers().phone(), changed, now));
    }

    private void send(AuthTx tx, UserInfo before, Notice notice) {
        String address = notice.to().value();
        if (address == null || !notice.to().isVerified()) {
            return;
        }
        context.sender()
                .enqueue(
                        tx,
                        new OutgoingMessage(
                                notice.channel(),
                                address,
                                MessageKind.IDENTIFIER_CHANGED,
                                before.language(),
                                Map.of("kind", notice.changed().name()),
                                notice.now().plus(WORTH_TELLING)));
    }

    private record Notice(Channel channel, IdentifierState to, IdentifierKind changed, Instant now) {}
}
