package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.PlaceWords;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes links of invitations and the messages that carry them; {@link ResetConfirmFlow} accepts or refuses them. */
record InvitationLinks(FlowContext context, LinkCodes links) {

    void send(AuthTx tx, UserInfo user, Identifier to, Sending sending) {
        Instant now = sending.now();
        Duration life = sending.life();
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
                                values(tx, user.id(), sending.inviter(), link),
                                now.plus(life)));
    }

    private Map<String, String> values(AuthTx tx, UserId invited, UserId inviter, String link) {
        Map<String, String> values = new HashMap<>(Map.of(MessageValues.LINK, link));
        if (context.settings().signUp().namesInInvitations()) {
            tx.users()
                    .byId(inviter)
                    .flatMap(NoticeSubject::displayName)
                    .ifPresent(name -> values.put(MessageValues.INVITER, name));
            tx.users().byId(invited).flatMap(this::role).ifPresent(role -> values.put(MessageValues.ROLE, role));
        }
        return values;
    }

    /** Of the first profile, where it is not the role of every new account. */
    private Optional<String> role(StoredUser invited) {
        return invited.profiles().stream()
                .findFirst()
                .map(profile -> profile.status().role())
                .filter(role -> !role.equals(context.settings().signUp().defaultRole()))
                .map(PlaceWords::name);
    }

    /**
     * How one is sent.
     *
     * @param inviter who of the staff sends it
     * @param life of the link
     */
    record Sending(UserId inviter, Duration life, Instant now) {}
}
