package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the owner of an account what happened to it, by a proven address, e-mail before phone (ASVS 6.3.7). */
public final class SecurityNotice {

    private static final Duration WORTH_TELLING = Duration.ofDays(1);
    /** Each costs the host, and a person may repeat an act as often as a script can. */
    private static final int TEXTS_A_DAY = 20;
    /** Of each kind, so that many acts of one kind keep no notice of another back. */
    private static final int MAILS_A_DAY = 20;
    /** What a session with a recent proof can repeat; other acts have rates of their own, or are those of staff. */
    private static final Set<MessageKind> REPEATED = Set.of(
            MessageKind.FACTOR_ADDED,
            MessageKind.FACTOR_REMOVED,
            MessageKind.RECOVERY_CODES_MADE,
            MessageKind.SOCIAL_LINKED,
            MessageKind.SOCIAL_UNLINKED,
            MessageKind.SOCIAL_RESUMED,
            MessageKind.API_KEY_CREATED,
            MessageKind.DATA_EXPORTED);

    private final FlowContext context;

    public SecurityNotice(FlowContext context) {
        this.context = context;
    }

    public void send(AuthTx tx, UserInfo user, MessageKind template, Instant now) {
        send(tx, NoticeSubject.of(user), template, now);
    }

    /** The same, telling which client acted. */
    public void send(AuthTx tx, NoticeSubject subject, MessageKind template, Instant now) {
        send(tx, subject, template, Map.of(), now);
    }

    /** The same with values that tell to what it was done. */
    public void send(AuthTx tx, NoticeSubject subject, MessageKind template, Map<String, String> what, Instant now) {
        if (!isWithinADay(tx, subject.user().identifiers().email(), template, now)) {
            return;
        }
        Map<String, String> values = new HashMap<>(what);
        Optional.ofNullable(subject.name()).ifPresent(name -> values.put(MessageValues.NAME, name));
        send(tx, subject.user(), new Notice(template, subject.user().language(), values, now, subject.origin()));
    }

    /** The same with a day, in words of the owner's language and in the owner's time zone. */
    public void send(AuthTx tx, UserInfo user, MessageKind template, Instant day, Instant now) {
        Channel channel = user.identifiers().email().isVerified() ? Channel.EMAIL : Channel.SMS;
        String text = context.sender().day(day, channel, user.language(), user.timezone());
        send(tx, user, new Notice(template, user.language(), Map.of(MessageValues.TIME, text), now, null));
    }

    private void send(AuthTx tx, UserInfo user, Notice notice) {
        IdentifierState email = user.identifiers().email();
        IdentifierState phone = user.identifiers().phone();
        if (email.isVerified()) {
            send(tx, Channel.EMAIL, email.value(), linked(tx, user, IdentifierKind.EMAIL, notice));
        } else if (phone.isVerified() && isWithinADay(tx, phone, notice.now())) {
            send(tx, Channel.SMS, phone.value(), linked(tx, user, IdentifierKind.PHONE, notice));
        }
    }

    private Notice linked(AuthTx tx, UserInfo user, IdentifierKind to, Notice notice) {
        return notice.template().acceptedValues().contains(MessageValues.LINK)
                ? context.noticeLinks()
                        .issue(context, tx, user, to, notice.now())
                        .map(notice::withLink)
                        .orElse(notice)
                : notice;
    }

    private boolean isWithinADay(AuthTx tx, IdentifierState email, MessageKind kind, Instant now) {
        return !email.isVerified()
                || !REPEATED.contains(kind)
                || context.identifiers()
                        .email(String.valueOf(email.value()))
                        .map(address ->
                                tx.throttles().take(kind + ":" + address.key(), MAILS_A_DAY, Duration.ofDays(1), now))
                        .orElse(true);
    }

    private boolean isWithinADay(AuthTx tx, IdentifierState phone, Instant now) {
        return context.identifiers()
                .phone(String.valueOf(phone.value()))
                .map(number -> tx.throttles().take("act-text:" + number.key(), TEXTS_A_DAY, Duration.ofDays(1), now))
                .orElse(true);
    }

    private void send(AuthTx tx, Channel channel, @Nullable String address, Notice notice) {
        if (address == null) {
            return;
        }
        context.sender()
                .enqueue(
                        tx,
                        new OutgoingMessage(
                                        channel,
                                        address,
                                        notice.template(),
                                        notice.language(),
                                        notice.values(),
                                        notice.now().plus(WORTH_TELLING))
                                .from(notice.origin()));
    }

    private record Notice(
            MessageKind template,
            @Nullable String language,
            Map<String, String> values,
            Instant now,
            @Nullable RequestOrigin origin) {

        Notice withLink(String link) {
            Map<String, String> linked = new HashMap<>(values);
            linked.put(MessageValues.LINK, link);
            return new Notice(template, language, linked, now, origin);
        }
    }
}
