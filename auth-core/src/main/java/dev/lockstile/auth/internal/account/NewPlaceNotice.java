package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.PlaceWords;
import dev.lockstile.auth.internal.session.OpenedSessionNotice;
import dev.lockstile.auth.internal.session.SessionOpener.Entry;
import dev.lockstile.auth.internal.session.TruncatedAddress;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails the owner of an account of a sign-in from a new place: when, on what, where, and a link for another
 * person's sign-in. What a client calls itself is cut to letters, digits and a few signs, so that no text of a stranger
 * stands in the mail. One notice in the host's pause goes to an account.
 */
public final class NewPlaceNotice implements OpenedSessionNotice {

    private static final Duration LINK_LIFE = Duration.ofDays(7);
    private static final int DEVICE_LENGTH = 60;

    private final FlowContext context;
    private final NoticeSettings settings;
    private final LinkCodes links;
    private final PlaceWords places;

    private NewPlaceNotice(FlowContext context, NoticeSettings settings) {
        this.context = context;
        this.settings = settings;
        this.links = new LinkCodes(context);
        this.places = new PlaceWords(settings.places());
    }

    /** @param settings null where the host tells owners nothing */
    public static OpenedSessionNotice of(FlowContext context, @Nullable NoticeSettings settings) {
        return settings == null ? OpenedSessionNotice.NONE : new NewPlaceNotice(context, settings);
    }

    @Override
    public void before(AuthTx tx, StoredUser user, Entry entry) {
        UserInfo info = user.info();
        Optional<Identifier> email = info.identifiers().email().isVerified()
                ? context.identifiers().email(String.valueOf(info.email()))
                : Optional.empty();
        email.filter(address -> context.limiters().isNewPlace(tx, user, entry.client(), entry.now()))
                .filter(address -> !isPaused(tx, address, entry.now()))
                .ifPresent(address -> send(tx, info, address, entry));
    }

    private boolean isPaused(AuthTx tx, Identifier address, Instant now) {
        return tx.codes()
                .latest(CodePurpose.SIGN_IN_NOTICE, address.key())
                .filter(last -> now.isBefore(last.state().times().sentAt().plus(settings.pause())))
                .isPresent();
    }

    private void send(AuthTx tx, UserInfo user, Identifier address, Entry entry) {
        LinkCodes.Issue issue = new LinkCodes.Issue(CodePurpose.SIGN_IN_NOTICE, user.id(), settings.page(), LINK_LIFE);
        String link = links.issue(tx, issue, address, entry.now()).address().toString();
        Locale language = user.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(user.language());
        Map<String, String> values = Map.of(
                MessageValues.LINK, link,
                MessageValues.TIME, time(user, language, entry.now()),
                MessageValues.DEVICE, device(entry.client()),
                MessageValues.PLACE, place(entry.client().address(), language));
        context.sender()
                .enqueue(
                        tx,
                        new OutgoingMessage(
                                Channel.EMAIL,
                                String.valueOf(user.email()),
                                MessageKind.NEW_SIGN_IN,
                                user.language(),
                                values,
                                entry.now().plus(Duration.ofDays(1))));
    }

    private static String time(UserInfo user, Locale language, Instant now) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                .withLocale(language)
                .format(now.atZone(PlaceWords.zone(user.timezone()).orElse(ZoneOffset.UTC)));
    }

    private static String device(ClientInfo client) {
        String named = client.device() == null || client.device().name() == null
                ? client.label()
                : client.device().name();
        return PlaceWords.plain(named, DEVICE_LENGTH);
    }

    private String place(@Nullable String address, Locale language) {
        String shown = String.valueOf(TruncatedAddress.of(address));
        return address == null
                ? "-"
                : places.of(address, language)
                        .map(place -> place + " (" + shown + ")")
                        .orElse(shown);
    }
}
