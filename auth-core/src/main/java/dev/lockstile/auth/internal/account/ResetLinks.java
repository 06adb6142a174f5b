package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes links for a new password and the messages that carry them. */
final class ResetLinks {

    private final FlowContext context;
    private final LinkCodes links;

    ResetLinks(FlowContext context, LinkCodes links) {
        this.context = context;
        this.links = links;
    }

    /** To the stored address of an account; in the language of the client for an account that has chosen none. */
    void send(AuthTx tx, UserInfo user, Identifier identifier, Asking asking, Instant now) {
        String language = user.language() == null ? asking.language() : user.language();
        String link =
                links.issue(tx, issue(user.id()), identifier, now).address().toString();
        String stored = user.identifiers().of(identifier.kind()).value();
        String recipient = stored == null ? identifier.value() : stored;
        context.sender()
                .enqueue(
                        tx,
                        message(identifier, recipient, new LinkContent(link, language), now)
                                .from(asking.origin()));
    }

    /** To the very address that was asked for, by which a user is still to be imported. */
    void send(AuthTx tx, Identifier identifier, Asking asking, Instant now) {
        String link = links.issue(tx, issue(null), identifier, now).address().toString();
        LinkContent content = new LinkContent(link, asking.language());
        context.sender()
                .enqueue(
                        tx,
                        message(identifier, identifier.value(), content, now).from(asking.origin()));
    }

    /**
     * The same writes without a recipient, so that the time of the answer tells nothing. @param life how long it passes
     * for a link that works: hardly, where the budget of messages refused one to an owner who may have it
     */
    void pretend(AuthTx tx, Identifier identifier, Duration life, Asking asking, Instant now) {
        LinkCodes.Issue decoy = new LinkCodes.Issue(
                CodePurpose.RESET_PASSWORD, null, context.settings().links().resetPage(), life);
        String link = links.issueDecoy(tx, decoy, identifier, now).address().toString();
        OutgoingMessage decoyed = message(identifier, "-", new LinkContent(link, null), now);
        context.sender().pretend(tx, decoyed.from(asking.origin()));
    }

    private LinkCodes.Issue issue(@Nullable UserId user) {
        LinkSettings settings = context.settings().links();
        return new LinkCodes.Issue(CodePurpose.RESET_PASSWORD, user, settings.resetPage(), settings.resetTtl());
    }

    private OutgoingMessage message(Identifier identifier, String recipient, LinkContent content, Instant now) {
        Duration ttl = context.settings().links().resetTtl();
        return new OutgoingMessage(
                identifier.kind() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS,
                recipient,
                MessageKind.RESET_PASSWORD,
                content.language(),
                Map.of(MessageValues.LINK, content.link()),
                now.plus(ttl));
    }

    /**
     * Who asks.
     *
     * @param language of the client; null for none
     * @param origin null where the message does not tell it
     */
    record Asking(@Nullable String language, @Nullable RequestOrigin origin) {

        static final Asking UNKNOWN = new Asking(null, null);
    }

    private record LinkContent(String link, @Nullable String language) {
        @Override
        public String toString() {
            return "LinkContent[hidden]";
        }
    }
}
