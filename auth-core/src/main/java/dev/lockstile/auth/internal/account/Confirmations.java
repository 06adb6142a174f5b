package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.otp.LoginCodes;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the holder of an address to prove it: with a link by e-mail, with a sign-in code by text message. */
final class Confirmations {

    private static final int DECOY_BYTES = 16;
    private static final int OTHERS = 5;
    private static final Duration OTHERS_WINDOW = Duration.ofHours(1);

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
        LinkCodes.Made link = links.issue(tx, issue(user), main, sending.now());
        if (sending.maySend()) {
            context.sender().enqueue(tx, message(main, link, sending));
        } else {
            context.sender().pretend(tx, message(main, link, sending));
        }
    }

    /** As {@link #send}, but silent within the cool-down. @return false when it was */
    boolean sendAgain(AuthTx tx, UserId user, Identifier main, Sending sending) {
        boolean due = !links.isCoolingDown(tx, CodePurpose.CONFIRM_EMAIL, main, sending.now());
        if (due) {
            send(tx, user, main, sending);
        }
        return due;
    }

    /**
     * As {@link #send} for a second registration on an address, apparently by another person: what went out before was
     * asked for by another person, so its cool-down does not hold this one up. Past five such messages an hour it does,
     * and where no message may leave.
     */
    void sendToAnother(AuthTx tx, UserId user, Identifier main, Sending sending) {
        boolean atOnce = sending.maySend()
                && main.kind() == IdentifierKind.EMAIL
                && tx.throttles().take("registrant:" + main.key(), OTHERS, OTHERS_WINDOW, sending.now());
        if (!atOnce) {
            sendAgain(tx, user, main, sending);
            return;
        }
        LinkCodes.Made link = links.issueAtOnce(tx, issue(user), main, sending.now());
        context.sender().enqueue(tx, message(main, link, sending));
    }

    /**
     * The same writes without a recipient, so that the time of an answer tells nothing. Under a key of chance: under
     * that of the address it would hold up, or pass for, the link of the next registrant.
     */
    void pretend(AuthTx tx, Sending sending) {
        Identifier nobody =
                new Identifier(IdentifierKind.EMAIL, "-", context.randomness().text(DECOY_BYTES));
        LinkCodes.Made link = links.issueDecoy(tx, issue(null), nobody, sending.now());
        context.sender().pretend(tx, message(nobody, link, sending));
    }

    private LinkCodes.Issue issue(@Nullable UserId user) {
        LinkSettings settings = context.settings().links();
        return new LinkCodes.Issue(CodePurpose.CONFIRM_EMAIL, user, settings.confirmPage(), settings.confirmTtl());
    }

    private OutgoingMessage message(Identifier recipient, LinkCodes.Made link, Sending sending) {
        Duration ttl = context.settings().links().confirmTtl();
        OutgoingMessage message = new OutgoingMessage(
                Channel.EMAIL,
                recipient.value(),
                MessageKind.CONFIRM_EMAIL,
                sending.language(),
                Map.of(
                        MessageValues.LINK,
                        link.address().toString(),
                        MessageValues.CODE,
                        Objects.requireNonNull(link.digits()).reveal()),
                sending.now().plus(ttl));
        return message.from(sending.origin());
    }

    /**
     * Within the cool-down none is sent: the code that is on its way goes to the same number. @param user null while
     * there is no account yet
     */
    void sendCode(AuthTx tx, @Nullable UserId user, Identifier phone, Sending sending) {
        Optional<StoredCode> latest = tx.codes().latest(CodePurpose.LOGIN, phone.key());
        if (codes.cooldown().until(latest, sending.now()).isEmpty()) {
            LoginCodes.Addressee addressee =
                    new LoginCodes.Addressee(user, phone.value(), sending.language(), sending.maySend());
            codes.issue(tx, phone, addressee, new LoginCodes.Asked(sending.now(), sending.origin()));
        }
    }

    /**
     * The language of the message and the time of the flow.
     *
     * @param maySend false when no message may leave, which the client is not told
     * @param origin the client that asked, told in the message; null for none
     */
    record Sending(
            @Nullable String language,
            boolean maySend,
            Instant now,
            @Nullable RequestOrigin origin) {

        /** The same in another language. */
        Sending in(@Nullable String other) {
            return new Sending(other, maySend, now, origin);
        }

        /** The same, but nothing leaves. */
        Sending silent() {
            return new Sending(language, false, now, origin);
        }
    }
}
