package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.Outgoing;
import dev.lockstile.auth.internal.otp.LoginCodes;
import dev.lockstile.auth.message.MessageTemplate;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the holder of an address to prove it: with a link by e-mail, with a sign-in code by text message. */
final class Confirmations {

    private final FlowContext context;
    private final LinkCodes links;
    private final LoginCodes codes;

    Confirmations(FlowContext context, LinkCodes links) {
        this.context = context;
        this.links = links;
        this.codes = new LoginCodes(context);
    }

    void send(AuthTx tx, UserId user, Identifier main, Sending sending) {
        if (main.kind() == IdentifierKind.PHONE) {
            sendCode(tx, user, main, sending);
            return;
        }
        LinkSettings settings = context.settings().links();
        LinkCodes.Issue issue =
                new LinkCodes.Issue(CodePurpose.CONFIRM_EMAIL, user, settings.confirmPage(), settings.confirmTtl());
        URI link = links.issue(tx, issue, main, sending.now());
        context.courier()
                .enqueue(
                        tx,
                        new Outgoing(
                                Channel.EMAIL,
                                main.value(),
                                MessageTemplate.CONFIRM_EMAIL,
                                sending.language(),
                                Map.of(
                                        "link",
                                        link.toString(),
                                        "minutes",
                                        String.valueOf(settings.confirmTtl().toMinutes())),
                                sending.now().plus(settings.confirmTtl())));
    }

    /** As {@link #send}, but silent within the cool-down. */
    void sendAgain(AuthTx tx, UserId user, Identifier main, Sending sending) {
        if (!links.isCoolingDown(tx, CodePurpose.CONFIRM_EMAIL, main, sending.now())) {
            send(tx, user, main, sending);
        }
    }

    /** Within the cool-down none is sent: the code that is on its way goes to the same number. */
    void sendCode(AuthTx tx, UserId user, Identifier phone, Sending sending) {
        if (!codes.isCoolingDown(tx.codes().latest(CodePurpose.LOGIN, phone.key()), sending.now())) {
            LoginCodes.Addressee addressee =
                    new LoginCodes.Addressee(user, phone.value(), sending.language(), sending.mayText());
            codes.issue(tx, phone, addressee, sending.now());
        }
    }

    /**
     * The language of the message and the time of the flow.
     *
     * @param mayText false when no text message may leave, which nobody is told
     */
    record Sending(@Nullable String language, boolean mayText, Instant now) {}
}
