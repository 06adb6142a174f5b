package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageDispatcher;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages into the outbox in the transaction of the flow that wants them: they leave if it commits, and are gone
 * with it if it does not. Never calls a provider, so whether one is up cannot be seen by the client that asked (ASVS
 * 6.3.8).
 */
public final class MessageSender {

    private static final int ID_BYTES = 16;

    /**
     * The life of a code begins with its flow, some time before its message is made; this much does not cost a minute.
     */
    private static final Duration LONGEST_FLOW = Duration.ofSeconds(15);

    private final MessageWiring wiring;
    private final ValueCipher seal;
    private final MessageDispatcher dispatcher;
    private final PlaceWords places;

    /** @param dispatcher woken after each commit that leaves a message behind */
    public MessageSender(MessageWiring wiring, MessageDispatcher dispatcher) {
        this.wiring = wiring;
        this.seal = new ValueCipher(wiring.sealKeys(), wiring.randomness());
        this.dispatcher = dispatcher;
        this.places = new PlaceWords(wiring.places());
    }

    /** Adds the message, its values encrypted, and has it sent once the transaction is committed. Returns its id. */
    public String enqueue(AuthTx tx, OutgoingMessage message) {
        OutboxMessage open = addressed(message);
        tx.outbox().add(withSealed(open, seal.seal(open, values(message, open))));
        tx.afterCommit(dispatcher::wake);
        return open.id();
    }

    /**
     * Does the same work without a recipient: sealed and stored alike, to no address, and sent to
     * no provider. So the time of an answer tells nothing of the person it is about (ASVS 6.3.8).
     */
    public void pretend(AuthTx tx, OutgoingMessage message) {
        OutboxMessage open = addressed(message);
        tx.outbox().addDecoy(withSealed(open, seal.seal(open, values(message, open))));
        tx.afterCommit(dispatcher::wake);
    }

    /**
     * The origin with its place, looked up now: for flows of which some send a message that tells it and others do not,
     * so that the time of the look-up tells nothing of a person.
     *
     * @param language of the message
     */
    public RequestOrigin placed(RequestOrigin origin, @Nullable String language) {
        return origin.placed(places, Locale.forLanguageTag(languageTag(language)));
    }

    private OutboxMessage addressed(OutgoingMessage message) {
        Instant now = wiring.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return new OutboxMessage(
                wiring.randomness().text(ID_BYTES),
                message.channel(),
                message.recipient(),
                message.template().name(),
                languageTag(message.language()),
                "",
                0,
                now,
                message.expiresAt().truncatedTo(ChronoUnit.MICROS));
    }

    /** The minutes for which a code or link is valid follow from when it ends, so that no text contradicts it. */
    private Map<String, String> values(OutgoingMessage message, OutboxMessage open) {
        Instant now = open.createdAt();
        boolean ends = message.template().acceptedValues().contains(MessageValues.MINUTES);
        Map<String, String> values = new HashMap<>(message.values());
        if (ends) {
            Duration life = Duration.between(now, message.expiresAt()).plus(LONGEST_FLOW);
            values.putIfAbsent(MessageValues.MINUTES, Long.toString(Math.max(1, life.toMinutes())));
        }
        if (message.origin() != null && message.channel() == Channel.EMAIL) {
            Locale language = Locale.forLanguageTag(open.language());
            Map<String, String> told = message.origin().values(places, language, now, ends);
            if (!ends) {
                told.keySet().retainAll(message.template().acceptedValues());
            }
            values.putAll(told);
        }
        return values;
    }

    /**
     * A day as a language writes it: with the name of the month, which a text message may have no letters for, in an
     * e-mail alone.
     *
     * @param timezone null, or one that is not known, for UTC
     */
    public String day(Instant day, Channel channel, @Nullable String language, @Nullable String timezone) {
        return DateTimeFormatter.ofLocalizedDate(channel == Channel.SMS ? FormatStyle.SHORT : FormatStyle.MEDIUM)
                .withLocale(Locale.forLanguageTag(languageTag(language)))
                .format(day.atZone(PlaceWords.zone(timezone).orElse(ZoneOffset.UTC)));
    }

    /**
     * Day and time as a language writes them, for an e-mail.
     *
     * @param timezone null, or one that is not known, for UTC
     */
    public String moment(Instant moment, @Nullable String language, @Nullable String timezone) {
        return RequestOrigin.time(Locale.forLanguageTag(languageTag(language)), moment, timezone, false);
    }

    /** Language and country alone, so that a tag from a client is short and well formed. */
    private String languageTag(@Nullable String asked) {
        Locale locale = asked == null ? Locale.ROOT : Locale.forLanguageTag(asked.replace('_', '-'));
        Locale chosen = locale.getLanguage().isEmpty() ? wiring.defaultLocale() : locale;
        return new Locale.Builder()
                .setLanguage(chosen.getLanguage())
                .setRegion(chosen.getCountry())
                .build()
                .toLanguageTag();
    }

    private static OutboxMessage withSealed(OutboxMessage m, String sealed) {
        return new OutboxMessage(
                m.id(),
                m.channel(),
                m.recipient(),
                m.template(),
                m.language(),
                sealed,
                m.tries(),
                m.createdAt(),
                m.expiresAt());
    }
}
