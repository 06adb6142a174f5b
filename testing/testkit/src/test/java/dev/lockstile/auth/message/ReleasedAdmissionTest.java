package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one message that a provider may be tried with after its rest is not used up by one that is not sent. */
class ReleasedAdmissionTest {

    private static final Duration REST = Duration.ofSeconds(30);

    private final MessageFixture fixture = new MessageFixture();
    private final ScriptedSms first = new ScriptedSms("first");
    private final ScriptedSms second = new ScriptedSms("second");
    private final OutboxDispatcher dispatcher = fixture.node(List.of(first, second));

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void an_admission_for_a_message_that_cannot_be_read_is_given_back() {
        breakFirst();
        fixture.clock.advance(REST);
        fixture.enqueueUnreadable();
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        send();

        assertThat(first.handed).as("the probe was not used up by it").hasSize(2);
    }

    @Test
    void an_admission_for_a_message_that_is_over_is_given_back() {
        breakFirst();
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.clock.advance(MessageFixture.CODE_LIFE);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        send();

        assertThat(first.handed).hasSize(2);
    }

    @Test
    void an_admission_for_a_message_without_tries_is_given_back() {
        breakFirst();
        fixture.enqueue(dispatcher, fixture.smsCode());
        for (int i = 0; i < 3; i++) {
            fixture.store.alone(tx -> tx.outbox().claim(Channel.SMS, 1, REST, fixture.clock.instant()));
            fixture.clock.advance(REST);
        }
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        send();

        assertThat(first.handed).hasSize(2);
    }

    @Test
    void an_admission_in_an_outage_of_the_store_is_given_back() {
        breakFirst();
        fixture.clock.advance(REST);
        fixture.store.goDown();
        assertThatThrownBy(dispatcher::dispatchDue).isInstanceOf(StoreUnavailableException.class);
        fixture.store.comeBack();
        send();

        assertThat(first.handed).hasSize(2);
    }

    /** The first provider rests, and works again. */
    private void breakFirst() {
        first.doing(message -> {
            throw SmsDeliveryException.unusable("401");
        });
        send();
        first.doing(message -> {});
    }

    private void send() {
        fixture.enqueue(dispatcher, fixture.smsCode());
        dispatcher.dispatchDue();
    }
}
