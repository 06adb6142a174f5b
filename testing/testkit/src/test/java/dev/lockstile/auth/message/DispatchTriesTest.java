package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose sender fails, whose time is over, or whose node or store goes down. */
class DispatchTriesTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofMillis(7_500);
    private static final Duration LONGEST_SECOND_WAIT = Duration.ofSeconds(60);

    private final MessageFixture fixture = new MessageFixture();
    private final ScriptedSms sms = new ScriptedSms();
    private final OutboxDispatcher dispatcher = fixture.node(sms, null);

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void a_failed_try_is_made_again_with_the_same_id_and_code_and_later_each_time() {
        sms.doing(message -> {
            throw SmsDeliveryException.temporary("429");
        });
        fixture.enqueue(dispatcher, fixture.smsCode());

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        fixture.clock.advance(Duration.ofMillis(2_400));
        assertThat(dispatcher.dispatchDue()).isZero();
        fixture.clock.advance(LONGEST_FIRST_WAIT);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        fixture.clock.advance(Duration.ofMillis(19_900));
        assertThat(dispatcher.dispatchDue()).isZero();
        fixture.clock.advance(LONGEST_SECOND_WAIT);
        sms.doing(message -> {});
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);

        assertThat(sms.handed).hasSize(3);
        assertThat(sms.handed).containsOnly(sms.handed.get(0));
        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.SENT);
        assertThat(fixture.pending()).isEmpty();
    }

    @Test
    void after_three_failed_tries_it_is_given_up() {
        sms.doing(message -> {
            throw SmsDeliveryException.temporary("503 try later");
        });
        fixture.enqueue(dispatcher, fixture.smsCode());

        for (int i = 0; i < 4; i++) {
            dispatcher.dispatchDue();
            fixture.clock.advance(LONGEST_SECOND_WAIT);
        }

        assertThat(sms.handed).hasSize(3);
        assertThat(fixture.onlyLog().outcome())
                .isEqualTo(new MessageOutcome("LOGIN_CODE", "scripted", MessageOutcome.Status.FAILED, "503 try later"));
        assertThat(fixture.pending()).isEmpty();
    }

    @Test
    void a_fourth_try_is_never_made_however_long_the_message_lives() {
        sms.doing(message -> {
            throw SmsDeliveryException.temporary("503 try later");
        });
        fixture.enqueue(dispatcher, fixture.smsLivingFor(Duration.ofHours(6)));

        for (int i = 1; i <= 3; i++) {
            assertThat(dispatcher.dispatchDue()).isEqualTo(1);
            assertThat(fixture.pending()).as("after try " + i).hasSize(i < 3 ? 1 : 0);
            fixture.clock.advance(Duration.ofMinutes(10));
        }

        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(sms.handed).hasSize(3);
        assertThat(fixture.onlyLog().outcome())
                .isEqualTo(new MessageOutcome("LOGIN_CODE", "scripted", MessageOutcome.Status.FAILED, "503 try later"));
    }

    @Test
    void a_final_refusal_is_not_tried_again() {
        sms.doing(message -> {
            throw SmsDeliveryException.permanent("21211 not a number");
        });
        fixture.enqueue(dispatcher, fixture.smsCode());
        dispatcher.dispatchDue();
        fixture.clock.advance(LONGEST_SECOND_WAIT);

        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(fixture.onlyLog().outcome().error()).isEqualTo("21211 not a number");
    }

    @Test
    void an_expired_message_is_never_sent() {
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.clock.advance(MessageFixture.CODE_LIFE);

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);

        assertThat(sms.handed).isEmpty();
        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.EXPIRED);
        assertThat(fixture.pending()).isEmpty();
    }

    @Test
    void one_microsecond_before_it_expires_a_message_is_still_sent() {
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.clock.advance(MessageFixture.CODE_LIFE.minusNanos(1_000));
        dispatcher.dispatchDue();

        assertThat(sms.handed).hasSize(1);
    }

    @Test
    void no_further_try_is_planned_for_when_the_code_has_expired() {
        sms.doing(message -> {
            throw SmsDeliveryException.temporary("timeout");
        });
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.clock.advance(MessageFixture.CODE_LIFE.minusSeconds(2));
        dispatcher.dispatchDue();

        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.FAILED);
        assertThat(fixture.pending()).isEmpty();
    }

    @Test
    void without_a_sender_a_message_fails_with_the_reason() {
        fixture.enqueue(dispatcher, fixture.resetMail());
        dispatcher.dispatchDue();

        assertThat(fixture.onlyLog().outcome())
                .isEqualTo(new MessageOutcome(
                        "RESET_PASSWORD", "none", MessageOutcome.Status.FAILED, "no e-mail sender is configured"));
    }

    @Test
    void without_an_sms_sender_the_reason_names_that_one() {
        try (OutboxDispatcher mute = fixture.node((SmsSender) null, null)) {
            fixture.enqueue(mute, fixture.smsCode());
            mute.dispatchDue();
        }

        assertThat(fixture.onlyLog().outcome().error()).isEqualTo("no SMS sender is configured");
    }

    @Test
    void a_sender_that_throws_anything_has_failed_a_try_and_its_text_is_not_kept() {
        sms.doing(message -> {
            throw new IllegalStateException(message.text());
        });
        fixture.enqueue(dispatcher, fixture.smsCode());

        for (int i = 0; i < 3; i++) {
            dispatcher.dispatchDue();
            fixture.clock.advance(LONGEST_SECOND_WAIT);
        }

        assertThat(sms.handed).hasSize(3);
        assertThat(fixture.onlyLog().outcome().error())
                .startsWith("the sender failed with java.lang.IllegalStateException at ")
                .doesNotContain(MessageFixture.CODE);
    }

    @Test
    void what_a_provider_quotes_is_not_kept() {
        sms.doing(message -> {
            throw SmsDeliveryException.permanent("400 to=" + message.to() + "\nbody=" + message.text());
        });
        fixture.enqueue(dispatcher, fixture.smsCode());
        dispatcher.dispatchDue();

        assertThat(fixture.onlyLog().outcome().error())
                .isEqualTo("400 to=•••••• body=Tu codigo de Acme es ••••••. Vence en 5 minutos.");
    }

    @Test
    void a_crash_between_the_send_and_the_note_gives_one_duplicate_with_the_same_code() {
        sms.doing(message -> fixture.store.goDown());
        fixture.enqueue(dispatcher, fixture.smsCode());

        assertThatThrownBy(dispatcher::dispatchDue).isInstanceOf(StoreUnavailableException.class);
        fixture.store.comeBack();
        sms.doing(message -> {});
        assertThat(dispatcher.dispatchDue()).as("leased").isZero();
        fixture.clock.advance(LEASE);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);

        assertThat(sms.handed).hasSize(2).containsOnly(sms.handed.get(0));
        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.SENT);
    }

    @Test
    void a_message_that_is_being_sent_is_taken_by_no_other_node_until_the_send_is_given_up() {
        ScriptedSms elsewhere = new ScriptedSms();
        try (OutboxDispatcher other = fixture.node(elsewhere, null)) {
            sms.doing(message -> {
                fixture.clock.advance(Duration.ofSeconds(19));
                assertThat(other.dispatchDue()).isZero();
                fixture.clock.advance(Duration.ofSeconds(2));
                assertThat(other.dispatchDue()).isZero();
            });
            fixture.enqueue(dispatcher, fixture.smsCode());

            assertThat(dispatcher.dispatchDue()).isEqualTo(1);
            assertThat(other.dispatchDue()).isZero();
            assertThat(sms.handed).hasSize(1);
            assertThat(elsewhere.handed).isEmpty();
        }
    }

    @Test
    void a_message_that_takes_its_node_down_each_time_is_given_up() {
        fixture.enqueue(dispatcher, fixture.smsCode());
        for (int i = 0; i < 3; i++) {
            fixture.store.alone(tx -> tx.outbox().claim(Channel.SMS, 1, LEASE, fixture.clock.instant()));
            fixture.clock.advance(LEASE);
        }

        dispatcher.dispatchDue();

        assertThat(sms.handed).isEmpty();
        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.FAILED);
    }

    @Test
    void a_store_that_is_down_loses_nothing() {
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.store.goDown();

        assertThatThrownBy(dispatcher::dispatchDue).isInstanceOf(StoreUnavailableException.class);

        fixture.store.comeBack();
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
    }
}
