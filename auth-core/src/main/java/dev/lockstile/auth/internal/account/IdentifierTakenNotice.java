package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the owner of an address or number that another person wanted it, at most once an hour (ASVS 6.3.8). */
final class IdentifierTakenNotice {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final FlowContext context;

    IdentifierTakenNotice(FlowContext context) {
        this.context = context;
    }

    void send(AuthTx tx, UserInfo owner, Identifier wanted, Instant now) {
        String address = owner.identifiers().of(wanted.kind()).value();
        if (address != null) {
            send(tx, wanted, new Reader(address, owner.language()), now);
        }
    }

    /** To an address that a user who is still to be imported has. */
    void send(AuthTx tx, Identifier wanted, Confirmations.Sending sending) {
        send(tx, wanted, new Reader(wanted.value(), sending.language()), sending.now());
    }

    private void send(AuthTx tx, Identifier wanted, Reader reader, Instant now) {
        if (!tx.throttles().take("notice:" + wanted.key(), 1, WINDOW, now)) {
            return;
        }
        Channel channel = wanted.kind() == IdentifierKind.PHONE ? Channel.SMS : Channel.EMAIL;
        context.sender()
                .enqueue(
                        tx,
                        new OutgoingMessage(
                                channel,
                                reader.address(),
                                MessageKind.ALREADY_REGISTERED,
                                reader.language(),
                                Map.of(),
                                now.plus(WINDOW)));
    }

    private record Reader(String address, @Nullable String language) {
        @Override
        public String toString() {
            return "Reader[hidden]";
        }
    }
}
