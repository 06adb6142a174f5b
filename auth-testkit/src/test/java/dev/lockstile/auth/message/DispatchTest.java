package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.internal.message.Courier;
import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.MessageStatus;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.store.OutboxMessage;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.LoggedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofMillis(7_500);
    private static final Duration LONGEST_SECOND_WAIT = Duration.ofSeconds(60);

    private final MessageRoom room = new MessageRoom();
    private final ScriptedSms sms = new ScriptedSms();
    private final OutboxDispatcher dispatcher = room.node(sms, null);

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void a_message_leaves_once_and_is_logged_without_its_code() {
        room.enqueue(dispatcher, room.smsCode());

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(dispatcher.dispatchDue()).isZero();

        SmsMessage sent = sms.handed.get(0);
        assertThat(sms.handed).hasSize(1);
        assertThat(sent.to()).isEqualTo(MessageRoom.PHONE);
        assertThat(sent.text()).isEqualTo("Tu codigo de Acme es 482913. Vence en 5 minutos.");
        assertThat(room.onlyLog())
                .isEqualTo(new LoggedMessage(
                        Channel.SMS,
                        MessageRoom.PHONE,
                        null,
                        "Tu codigo de Acme es ••••••. Vence en 5 minutos.",
                        new MessageOutcome("LOGIN_CODE", "scripted", MessageStatus.SENT, null),
                        room.clock.instant()));
    }

    @Test
    void the_store_never_holds_a_code_or_a_link_in_clear() {
        sms.doing(
                message -> assertThat(room.store.dump()).contains(message.id()).doesNotContain(MessageRoom.CODE));
        room.enqueue(dispatcher, room.smsCode());
        room.enqueue(dispatcher, room.resetMail());

        assertThat(room.store.dump()).doesNotContain(MessageRoom.CODE, MessageRoom.TOKEN);
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        assertThat(room.store.dump()).doesNotContain(MessageRoom.CODE, MessageRoom.TOKEN, "v1.");
        assertThat(room.store.messageLog()).hasSize(2);
    }

    @Test
    void a_message_of_a_transaction_that_is_rolled_back_never_leaves() {
        Courier courier = room.courier(dispatcher);

        assertThatThrownBy(() -> room.store.join(tx -> {
                    courier.enqueue(tx, room.smsCode());
                    throw new IllegalStateException("the host changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(sms.handed).isEmpty();
    }

    @Test
    void an_e_mail_is_logged_with_its_link_blanked() {
        List<EmailMessage> mails = new ArrayList<>();
        try (OutboxDispatcher node = room.node(null, mailbox(mails))) {
            room.enqueue(node, room.resetMail());
            node.dispatchDue();
        }

        assertThat(mails.get(0).to()).isEqualTo(MessageRoom.ADDRESS);
        assertThat(mails.get(0).text()).contains("Hello Ana,", MessageRoom.LINK, "30 minutes");
        assertThat(mails.get(0).html()).contains("href=\"https://acme.example/reset?uid=7&amp;token=");
        LoggedMessage log = room.onlyLog();
        assertThat(log.outcome()).isEqualTo(new MessageOutcome("RESET_PASSWORD", "mailbox", MessageStatus.SENT, null));
        assertThat(log.subject()).isEqualTo("Set a new password for Acme");
        assertThat(log.body()).contains("Hello Ana,", "••••••").doesNotContain(MessageRoom.TOKEN, "https:");
    }

    @Test
    void a_failed_try_is_made_again_with_the_same_id_and_code_and_later_each_time() {
        sms.doing(message -> {
            throw SmsDeliveryException.temporary("429");
        });
        room.enqueue(dispatcher, room.smsCode());

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        room.clock.advance(Duration.ofMillis(2_400));
        assertThat(dispatcher.dispatchDue()).isZero();
        room.clock.advance(LONGEST_FIRST_WAIT);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        room.clock.advance(Duration.ofMillis(19_900));
        assertThat(dispatcher.dispatchDue()).isZero();
        room.clock.advance(LONGEST_SECOND_WAIT);
        sms.doing(message -> {});
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);

        assertThat(sms.handed).hasSize(3);
        assertThat(sms.handed).containsOnly(sms.handed.get(0));
        assertThat(room.onlyLog().outcome().status()).isEqualTo(MessageStatus.SENT);
        assertThat(room.pending()).isEmpty();
    }

    @Test
    void after_three_failed_tries_it_is_given_up() {
        sms.doing(message -> {
            throw SmsDeliveryException.temporary("503 try later");
        });
        room.enqueue(dispatcher, room.smsCode());

        for (int i = 0; i < 4; i++) {
            dispatcher.dispatchDue();
            room.clock.advance(LONGEST_SECOND_WAIT);
        }

        assertThat(sms.handed).hasSize(3);
        assertThat(room.onlyLog().outcome())
                .isEqualTo(new MessageOutcome("LOGIN_CODE", "scripted", MessageStatus.FAILED, "503 try later"));
        assertThat(room.pending()).isEmpty();
    }

    @Test
    void a_final_refusal_is_not_tried_again() {
        sms.doing(message -> {
            throw SmsDeliveryException.permanent("21211 not a number");
        });
        room.enqueue(dispatcher, room.smsCode());
        dispatcher.dispatchDue();
        room.clock.advance(LONGEST_SECOND_WAIT);

        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(room.onlyLog().outcome().error()).isEqualTo("21211 not a number");
    }

    @Test
    void an_expired_message_is_never_sent() {
        room.enqueue(dispatcher, room.smsCode());
        room.clock.advance(MessageRoom.CODE_LIFE);

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);

        assertThat(sms.handed).isEmpty();
        assertThat(room.onlyLog().outcome().status()).isEqualTo(MessageStatus.EXPIRED);
        assertThat(room.pending()).isEmpty();
    }

    @Test
    void one_microsecond_before_it_expires_a_message_is_still_sent() {
        room.enqueue(dispatcher, room.smsCode());
        room.clock.advance(MessageRoom.CODE_LIFE.minusNanos(1_000));
        dispatcher.dispatchDue();

        assertThat(sms.handed).hasSize(1);
    }

    @Test
    void no_further_try_is_planned_for_when_the_code_has_expired() {
        sms.doing(message -> {
            throw SmsDeliveryException.temporary("timeout");
        });
        room.enqueue(dispatcher, room.smsCode());
        room.clock.advance(MessageRoom.CODE_LIFE.minusSeconds(2));
        dispatcher.dispatchDue();

        assertThat(room.onlyLog().outcome().status()).isEqualTo(MessageStatus.FAILED);
        assertThat(room.pending()).isEmpty();
    }

    @Test
    void without_a_sender_a_message_fails_with_the_reason() {
        room.enqueue(dispatcher, room.resetMail());
        dispatcher.dispatchDue();

        assertThat(room.onlyLog().outcome())
                .isEqualTo(new MessageOutcome(
                        "RESET_PASSWORD", "none", MessageStatus.FAILED, "no e-mail sender is configured"));
    }

    @Test
    void a_sender_that_throws_anything_has_failed_a_try_and_its_text_is_not_kept() {
        sms.doing(message -> {
            throw new IllegalStateException(message.text());
        });
        room.enqueue(dispatcher, room.smsCode());

        for (int i = 0; i < 3; i++) {
            dispatcher.dispatchDue();
            room.clock.advance(LONGEST_SECOND_WAIT);
        }

        assertThat(sms.handed).hasSize(3);
        assertThat(room.onlyLog().outcome().error())
                .startsWith("the sender failed with java.lang.IllegalStateException at ")
                .doesNotContain(MessageRoom.CODE);
    }

    @Test
    void what_a_provider_quotes_is_not_kept() {
        sms.doing(message -> {
            throw SmsDeliveryException.permanent("400 to=" + message.to() + "\nbody=" + message.text());
        });
        room.enqueue(dispatcher, room.smsCode());
        dispatcher.dispatchDue();

        assertThat(room.onlyLog().outcome().error())
                .isEqualTo("400 to=•••••• body=Tu codigo de Acme es ••••••. Vence en 5 minutos.");
    }

    @Test
    void a_crash_between_the_send_and_the_note_gives_one_duplicate_with_the_same_code() {
        sms.doing(message -> room.store.goDown());
        room.enqueue(dispatcher, room.smsCode());

        assertThatThrownBy(dispatcher::dispatchDue).isInstanceOf(StoreUnavailableException.class);
        room.store.comeBack();
        sms.doing(message -> {});
        assertThat(dispatcher.dispatchDue()).as("leased").isZero();
        room.clock.advance(LEASE);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);

        assertThat(sms.handed).hasSize(2).containsOnly(sms.handed.get(0));
        assertThat(room.onlyLog().outcome().status()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void a_message_that_takes_its_node_down_each_time_is_given_up() {
        room.enqueue(dispatcher, room.smsCode());
        for (int i = 0; i < 3; i++) {
            room.store.alone(tx -> tx.outbox().claim(Channel.SMS, 1, LEASE, room.clock.instant()));
            room.clock.advance(LEASE);
        }

        dispatcher.dispatchDue();

        assertThat(sms.handed).isEmpty();
        assertThat(room.onlyLog().outcome().status()).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void a_store_that_is_down_loses_nothing() {
        room.enqueue(dispatcher, room.smsCode());
        room.store.goDown();

        assertThatThrownBy(dispatcher::dispatchDue).isInstanceOf(StoreUnavailableException.class);

        room.store.comeBack();
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
    }

    @Test
    void work_that_the_store_runs_twice_sends_once() {
        room.store.runWorkTwice();
        room.enqueue(dispatcher, room.smsCode());

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(sms.handed).hasSize(1);
        assertThat(room.store.messageLog()).hasSize(1);
    }

    @Test
    void a_template_of_a_newer_node_waits_for_that_node() {
        putRaw("SOMETHING_NEW", "v1.abc.def");
        dispatcher.dispatchDue();

        assertThat(room.pending()).hasSize(1);
        assertThat(room.store.messageLog()).isEmpty();
    }

    @Test
    void a_message_that_was_tampered_with_is_not_sent() {
        room.enqueue(dispatcher, room.smsCode());
        OutboxMessage good = room.pending().get(0);
        room.clock.advance(Duration.ofSeconds(1));
        putRaw("LOGIN_CODE", good.sealed());

        assertThat(dispatcher.dispatchDue()).isEqualTo(2);

        assertThat(sms.handed).hasSize(1).allMatch(message -> message.id().equals(good.id()));
        assertThat(room.store.messageLog().get(1).outcome().status()).isEqualTo(MessageStatus.FAILED);
        assertThat(room.store.messageLog().get(1).body()).isEqualTo("••••••");
    }

    @Test
    void the_language_falls_back_to_that_of_the_service() {
        for (String tag : new String[] {"pt_BR", "pt-BR-x-private-stuff", "no such tag", "", null}) {
            room.enqueue(dispatcher, room.codeTo(MessageRoom.PHONE, tag));
        }

        assertThat(room.pending())
                .extracting(OutboxMessage::language)
                .containsExactly("pt-BR", "pt-BR", "es-MX", "es-MX", "es-MX");
    }

    @Test
    void ids_are_unpredictable_and_never_repeat() {
        for (int i = 0; i < 50; i++) {
            room.enqueue(dispatcher, room.smsCode());
        }

        assertThat(room.pending())
                .extracting(OutboxMessage::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 22);
    }

    private void putRaw(String template, String sealed) {
        OutboxMessage message = new OutboxMessage(
                "raw",
                Channel.SMS,
                "+15005550006",
                template,
                "en",
                sealed,
                0,
                room.clock.instant(),
                room.clock.instant().plus(MessageRoom.CODE_LIFE));
        room.store.alone(tx -> {
            tx.outbox().add(message);
            return true;
        });
    }

    private static EmailSender mailbox(List<EmailMessage> into) {
        return new EmailSender() {
            @Override
            public String name() {
                return "mailbox";
            }

            @Override
            public void send(EmailMessage message) {
                into.add(message);
            }
        };
    }
}
