package dev.lockstile.auth.message;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.internal.message.MessageSender;
import dev.lockstile.auth.internal.message.MessageWiring;
import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.message.ValueCipherKeys;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.LoggedMessage;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A message fixture with a store in memory and a clock that stands still. */
final class MessageFixture {

    static final String PHONE = "+525512345678";
    static final String ADDRESS = "ana@example.com";
    static final String CODE = "482913";
    static final String TOKEN = "x9Zq_-Ab3kLmN0pQrStUvWxYz01234567";
    static final String LINK = "https://acme.example/reset?uid=7&token=" + TOKEN;
    static final Duration CODE_LIFE = Duration.ofMinutes(5);

    /** Bytes that are the same at every run, so that no test passes or fails by chance. */
    private final Randomness randomness = seeded(20_261_121);

    final InMemoryAuthStore store = new InMemoryAuthStore();
    final SettableClock clock = SettableClock.at("2026-11-21T10:00:00Z");
    final ValueCipherKeys keys = ValueCipherKeys.of(new byte[32]);

    /** A node of the cluster: all nodes share store, clock and keys. */
    OutboxDispatcher node(@Nullable SmsSender sms, @Nullable EmailSender email) {
        return new OutboxDispatcher(wiring(store, clock, sms, email));
    }

    MessageWiring wiring(AuthStore over, Clock time, @Nullable SmsSender sms, @Nullable EmailSender email) {
        return new MessageWiring(
                over,
                time,
                randomness,
                keys,
                "Acme",
                Locale.forLanguageTag("es-MX"),
                MessageTemplates.builtIn(),
                sms == null ? List.of() : List.of(sms),
                email == null ? List.of() : List.of(email),
                4,
                null);
    }

    /** A node with several providers for text messages. */
    OutboxDispatcher node(List<SmsSender> sms) {
        return new OutboxDispatcher(new MessageWiring(
                store,
                clock,
                randomness,
                keys,
                "Acme",
                Locale.ENGLISH,
                MessageTemplates.builtIn(),
                sms,
                List.of(),
                4,
                null));
    }

    MessageSender sender(MessageDispatcher dispatcher) {
        return new MessageSender(wiring(store, clock, null, null), dispatcher);
    }

    /** Puts a message into the outbox in a transaction of its own. */
    void enqueue(MessageDispatcher dispatcher, OutgoingMessage message) {
        MessageSender sender = sender(dispatcher);
        store.join(tx -> {
            sender.enqueue(tx, message);
            return true;
        });
    }

    /** Puts in a message of a kind that this version does not know. */
    void enqueueUnreadable() {
        enqueueRaw("SOMETHING_NEW", "v1.abc.def");
    }

    /** Puts a message in as it is. */
    void enqueueRaw(String template, String sealed) {
        OutboxMessage message = new OutboxMessage(
                "raw",
                Channel.SMS,
                PHONE,
                template,
                "en",
                sealed,
                0,
                clock.instant(),
                clock.instant().plus(CODE_LIFE));
        store.alone(tx -> {
            tx.outbox().add(message);
            return true;
        });
    }

    private static Randomness seeded(long seed) {
        Random random = new Random(seed);
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    OutgoingMessage smsLivingFor(Duration life) {
        return new OutgoingMessage(
                Channel.SMS,
                PHONE,
                MessageKind.LOGIN_CODE,
                "es",
                Map.of("code", CODE),
                clock.instant().plus(life));
    }

    OutgoingMessage smsCode() {
        return codeTo(PHONE, "es");
    }

    OutgoingMessage codeTo(String phone, @Nullable String language) {
        return new OutgoingMessage(
                Channel.SMS,
                phone,
                MessageKind.LOGIN_CODE,
                language,
                Map.of("code", CODE),
                clock.instant().plus(CODE_LIFE));
    }

    OutgoingMessage resetMail() {
        return new OutgoingMessage(
                Channel.EMAIL,
                ADDRESS,
                MessageKind.RESET_PASSWORD,
                "en",
                Map.of("link", LINK, "name", "Ana"),
                clock.instant().plus(Duration.ofMinutes(30)));
    }

    List<OutboxMessage> pending() {
        return store.pendingMessages();
    }

    LoggedMessage onlyLog() {
        List<LoggedMessage> log = store.messageLog();
        if (log.size() != 1) {
            throw new AssertionError("expected one log entry, found " + log.size());
        }
        return log.get(0);
    }
}
