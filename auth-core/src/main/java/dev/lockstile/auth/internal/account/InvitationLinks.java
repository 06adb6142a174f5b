package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Writes links of invitations and the messages that carry them. */
record InvitationLinks(FlowContext context, LinkCodes links) {

    void send(AuthTx tx, UserInfo user, Identifier to, Duration life, Instant now) {
        LinkCodes.Issue issue = new LinkCodes.Issue(
                CodePurpose.INVITATION, user.id(), context.settings().links().resetPage(), life);
        String link = links.issue(tx, issue, to, now).address().toString();
        context.sender()
                .enqueue(
                        tx,
                        new OutgoingMessage(
                                to.kind() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS,
                                to.value(),
                                MessageKind.INVITATION,
                                user.language(),
                                Map.of(MessageValues.LINK, link),
                                now.plus(life)));
    }
}
