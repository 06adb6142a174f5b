package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.MessageLogStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageSecrecyTest {

    private static final String[] SECRETS = {
        MessageFixture.CODE, MessageFixture.TOKEN, MessageFixture.PHONE, MessageFixture.ADDRESS, "5512345678", "Ana"
    };

    private final MessageFixture fixture = new MessageFixture();
    private final ScriptedSms sms = new ScriptedSms();
    private final LogCanary logs = new LogCanary();

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void no_log_line_tells_a_recipient_or_a_content_whatever_happens() {
        try (OutboxDispatcher dispatcher = fixture.node(sms, null)) {
            allOutcomes(dispatcher);
        }

        assertThat(logs.lines()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(String.join("\n", logs.lines())).contains("LOGIN_CODE", "SENT", "FAILED", "EXPIRED", "put back");
        assertThat(String.join("\n", logs.lines())).doesNotContain(SECRETS);
    }

    @Test
    void no_stored_row_holds_a_code_or_a_link_whatever_happens() {
        try (OutboxDispatcher dispatcher = fixture.node(sms, null)) {
            allOutcomes(dispatcher);
        }

        assertThat(fixture.store.messageLog()).hasSize(5);
        assertThat(fixture.store.dump()).doesNotContain(MessageFixture.CODE, MessageFixture.TOKEN);
    }

    @Test
    void a_log_that_cannot_be_written_does_not_send_a_message_twice() {
        AuthStore broken = withoutLogs(fixture.store);
        try (OutboxDispatcher dispatcher = new OutboxDispatcher(fixture.wiring(broken, fixture.clock, sms, null))) {
            fixture.enqueue(dispatcher, fixture.smsCode());
            assertThat(dispatcher.dispatchDue()).isEqualTo(1);
            fixture.clock.advance(Duration.ofMinutes(1));
            assertThat(dispatcher.dispatchDue()).isZero();
        }

        assertThat(sms.handed).hasSize(1);
        assertThat(fixture.pending()).isEmpty();
        assertThat(logs.lines()).anyMatch(line -> line.contains("its log was not written"));
        assertThat(String.join("\n", logs.lines())).doesNotContain(SECRETS);
    }

    /** Sent, refused, put back, thrown, given up, expired, and without a sender. */
    private void allOutcomes(OutboxDispatcher dispatcher) {
        send(dispatcher, message -> {});
        send(dispatcher, message -> {
            throw SmsDeliveryException.permanent(message.to() + message.text());
        });
        send(dispatcher, message -> {
            throw new IllegalStateException(message.to() + message.text());
        });
        for (int i = 0; i < 3; i++) {
            fixture.clock.advance(Duration.ofSeconds(61));
            dispatcher.dispatchDue();
        }
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.clock.advance(MessageFixture.CODE_LIFE);
        dispatcher.dispatchDue();
        fixture.enqueue(dispatcher, fixture.resetMail());
        dispatcher.dispatchDue();
        assertThat(fixture.store.messageLog())
                .extracting(entry -> entry.outcome().status())
                .contains(MessageOutcome.Status.SENT, MessageOutcome.Status.FAILED, MessageOutcome.Status.EXPIRED);
    }

    private void send(OutboxDispatcher dispatcher, ScriptedSms.Act act) {
        sms.doing(act);
        fixture.enqueue(dispatcher, fixture.smsCode());
        dispatcher.dispatchDue();
    }

    /** The same store, whose message logs fail with a text that quotes what was to be written. */
    private static AuthStore withoutLogs(AuthStore store) {
        return (AuthStore) Proxy.newProxyInstance(
                AuthStore.class.getClassLoader(), new Class<?>[] {AuthStore.class}, (proxy, method, args) -> {
                    AuthStore.Work<?> work = (AuthStore.Work<?>) args[0];
                    return store.alone(tx -> work.run(withoutLogs(tx)));
                });
    }

    private static AuthTx withoutLogs(AuthTx tx) {
        MessageLogStore broken = (MessageLogStore) Proxy.newProxyInstance(
                AuthTx.class.getClassLoader(), new Class<?>[] {MessageLogStore.class}, (proxy, method, args) -> {
                    throw new IllegalStateException("value too long: " + args[0] + args[1]);
                });
        return (AuthTx) Proxy.newProxyInstance(
                AuthTx.class.getClassLoader(), new Class<?>[] {AuthTx.class}, (proxy, method, args) -> {
                    if (method.getName().equals("messageLogs")) {
                        return broken;
                    }
                    try {
                        return method.invoke(tx, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
