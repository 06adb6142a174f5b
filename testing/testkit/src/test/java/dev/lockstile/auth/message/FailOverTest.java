package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailOverTest {

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
    void a_provider_that_fails_hands_the_message_on_within_the_same_try() {
        first.doing(message -> {
            throw SmsDeliveryException.temporary("503");
        });
        OutboxMessage message = send();

        assertThat(second.handed).hasSize(1);
        assertThat(second.handed.get(0)).isEqualTo(first.handed.get(0));
        OutboxStore.Report report = dispatcher.report(message.id()).orElseThrow();
        assertThat(report.outcome()).isEqualTo(MessageOutcome.Status.SENT);
        assertThat(report.provider()).isEqualTo("second");
        assertThat(report.tries()).isEqualTo(1);
        assertThat(fixture.onlyLog().outcome().provider()).isEqualTo("second");
    }

    @Test
    void a_refusal_that_lies_in_the_message_goes_to_no_other_provider() {
        first.doing(message -> {
            throw SmsDeliveryException.permanent("21408 country not allowed");
        });
        send();

        assertThat(second.handed).isEmpty();
        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.FAILED);
    }

    @Test
    void what_every_provider_said_is_kept_until_the_next_try() {
        first.doing(message -> {
            throw SmsDeliveryException.temporary("503");
        });
        second.doing(message -> {
            throw SmsDeliveryException.temporary("timeout to " + message.to());
        });
        OutboxMessage message = send();

        OutboxStore.Report report = dispatcher.report(message.id()).orElseThrow();
        assertThat(report.outcome()).isNull();
        assertThat(report.lastError()).isEqualTo("first: 503; second: timeout to ••••••");
        assertThat(report.nextTryAt()).isAfter(fixture.clock.instant());
    }

    @Test
    void after_five_failures_in_a_row_a_provider_is_left_in_peace_and_then_tried_with_one_message() {
        first.doing(message -> {
            throw SmsDeliveryException.temporary("503");
        });
        for (int i = 0; i < 8; i++) {
            send();
        }
        assertThat(first.handed).hasSize(5);
        assertThat(second.handed).hasSize(8);

        fixture.clock.advance(REST);
        send();
        send();
        assertThat(first.handed).as("one probe").hasSize(6);

        fixture.clock.advance(REST);
        first.doing(message -> {});
        send();
        send();
        assertThat(first.handed).as("back in service").hasSize(8);
        assertThat(second.handed).hasSize(10);
    }

    @Test
    void refused_credentials_open_the_breaker_at_once() {
        first.doing(message -> {
            throw SmsDeliveryException.unusable("401");
        });
        send();
        send();

        assertThat(first.handed).hasSize(1);
        assertThat(second.handed).hasSize(2);
    }

    @Test
    void a_success_in_between_keeps_the_breaker_shut() {
        for (int i = 0; i < 12; i++) {
            boolean fails = i % 4 != 3;
            first.doing(message -> {
                if (fails) {
                    throw SmsDeliveryException.temporary("503");
                }
            });
            send();
        }

        assertThat(first.handed).hasSize(12);
    }

    @Test
    void a_provider_that_asks_for_time_is_given_it() {
        first.doing(message -> {
            throw SmsDeliveryException.later("429", Duration.ofSeconds(90));
        });
        send();
        fixture.clock.advance(Duration.ofSeconds(89));
        send();
        assertThat(first.handed).hasSize(1);

        fixture.clock.advance(Duration.ofSeconds(1));
        send();
        assertThat(first.handed).hasSize(2);
    }

    @Test
    void while_all_providers_rest_messages_wait_without_losing_a_try() {
        try (OutboxDispatcher only = fixture.node(List.of(first))) {
            first.doing(message -> {
                throw SmsDeliveryException.later("429", Duration.ofSeconds(100));
            });
            OutboxMessage asked = send(only);
            OutboxMessage waiting = send(only);
            fixture.clock.advance(Duration.ofSeconds(99));
            assertThat(only.dispatchDue()).isZero();
            assertThat(only.report(waiting.id()).orElseThrow().tries()).isZero();
            assertThat(only.report(asked.id()).orElseThrow().tries()).isEqualTo(1);

            fixture.clock.advance(Duration.ofSeconds(1));
            first.doing(message -> {});
            assertThat(only.dispatchDue()).isEqualTo(2);
            assertThat(only.figures(fixture.clock.instant()).sent()).isEqualTo(2);
        }
    }

    @Test
    void a_second_provider_that_rests_is_passed_over() {
        first.doing(message -> {
            throw SmsDeliveryException.temporary("503");
        });
        second.doing(message -> {
            throw SmsDeliveryException.later("429", Duration.ofSeconds(100));
        });
        send();
        send();

        assertThat(first.handed).hasSize(2);
        assertThat(second.handed).hasSize(1);
    }

    @Test
    void a_refusal_that_lies_in_the_message_ends_a_row_of_failures() {
        for (int i = 0; i < 9; i++) {
            boolean refused = i == 4;
            first.doing(message -> {
                throw refused ? SmsDeliveryException.permanent("21211") : SmsDeliveryException.temporary("503");
            });
            send();
        }

        assertThat(first.handed).hasSize(9);
    }

    @Test
    void a_wait_beyond_the_end_of_the_code_is_not_waited_for() {
        try (OutboxDispatcher only = fixture.node(List.of(first))) {
            first.doing(message -> {
                throw SmsDeliveryException.later("429", MessageFixture.CODE_LIFE);
            });
            OutboxMessage message = send(only);

            assertThat(only.report(message.id()).orElseThrow().outcome()).isEqualTo(MessageOutcome.Status.FAILED);
        }
    }

    @Test
    void an_admission_that_found_no_message_is_given_back() {
        for (int i = 0; i < 5; i++) {
            first.doing(message -> {
                throw SmsDeliveryException.temporary("503");
            });
            send();
        }
        fixture.clock.advance(REST);
        for (int i = 0; i < 3; i++) {
            assertThat(dispatcher.dispatchDue()).isZero();
        }
        first.doing(message -> {});
        send();

        assertThat(first.handed).as("the probe was not used up by empty rounds").hasSize(6);
    }

    private OutboxMessage send() {
        return send(dispatcher);
    }

    private OutboxMessage send(OutboxDispatcher node) {
        List<OutboxMessage> before = fixture.pending();
        fixture.enqueue(node, fixture.smsCode());
        OutboxMessage added = fixture.pending().stream()
                .filter(message -> !before.contains(message))
                .findFirst()
                .orElseThrow();
        node.dispatchDue();
        return added;
    }
}
