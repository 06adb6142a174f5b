package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.internal.message.MessageSender;
import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.testkit.LoggedMessage;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves, once, and what of it is kept. */
class DispatchTest {

    private final MessageFixture fixture = new MessageFixture();
    private final ScriptedSms sms = new ScriptedSms();
    private final OutboxDispatcher dispatcher = fixture.node(sms, null);

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void a_message_leaves_once_and_is_logged_without_its_code() {
        fixture.enqueue(dispatcher, fixture.smsCode());

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(dispatcher.dispatchDue()).isZero();

        SmsMessage sent = sms.handed.get(0);
        assertThat(sms.handed).hasSize(1);
        assertThat(sent.to()).isEqualTo(MessageFixture.PHONE);
        assertThat(sent.text()).isEqualTo("Tu codigo de Acme es 482913. Vence en 5 minutos.");
        assertThat(fixture.onlyLog())
                .isEqualTo(new LoggedMessage(
                        Channel.SMS,
                        MessageFixture.PHONE,
                        null,
                        "Tu codigo de Acme es ••••••. Vence en 5 minutos.",
                        new MessageOutcome("LOGIN_CODE", "scripted", MessageOutcome.Status.SENT, null),
                        fixture.clock.instant()));
    }

    @Test
    void the_store_never_holds_a_code_or_a_link_in_clear() {
        sms.doing(message ->
                assertThat(fixture.store.dump()).contains(message.id()).doesNotContain(MessageFixture.CODE));
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.enqueue(dispatcher, fixture.resetMail());

        assertThat(fixture.store.dump()).doesNotContain(MessageFixture.CODE, MessageFixture.TOKEN);
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        assertThat(fixture.store.dump()).doesNotContain(MessageFixture.CODE, MessageFixture.TOKEN, "v1.");
        assertThat(fixture.store.messageLog()).hasSize(2);
    }

    @Test
    void a_message_of_a_transaction_that_is_rolled_back_never_leaves() {
        MessageSender sender = fixture.sender(dispatcher);

        assertThatThrownBy(() -> fixture.store.join(tx -> {
                    sender.enqueue(tx, fixture.smsCode());
                    throw new IllegalStateException("the host changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(sms.handed).isEmpty();
    }

    @Test
    void an_e_mail_is_logged_with_its_link_blanked() {
        List<EmailMessage> mails = new ArrayList<>();
        try (OutboxDispatcher node = fixture.node(null, mailbox(mails))) {
            fixture.enqueue(node, fixture.resetMail());
            node.dispatchDue();
        }

        assertThat(mails.get(0).to()).isEqualTo(MessageFixture.ADDRESS);
        assertThat(mails.get(0).text()).contains("Hello Ana,", MessageFixture.LINK, "30 minutes");
        assertThat(mails.get(0).html()).contains("href=\"https://acme.example/reset?uid=7&amp;token=");
        LoggedMessage log = fixture.onlyLog();
        assertThat(log.outcome())
                .isEqualTo(new MessageOutcome("RESET_PASSWORD", "mailbox", MessageOutcome.Status.SENT, null));
        assertThat(log.subject()).isEqualTo("Set a new password for Acme");
        assertThat(log.body()).contains("Hello Ana,", "••••••").doesNotContain(MessageFixture.TOKEN, "https:");
    }

    @Test
    void the_text_names_the_whole_life_of_a_link_when_the_flow_took_seconds() {
        List<EmailMessage> mails = new ArrayList<>();
        try (OutboxDispatcher node = fixture.node(null, mailbox(mails))) {
            OutgoingMessage made = fixture.resetMail();
            fixture.clock.advance(Duration.ofSeconds(3));
            fixture.enqueue(node, made);
            node.dispatchDue();
        }

        assertThat(mails.get(0).text()).contains("30 minutes");
    }

    @Test
    void work_that_the_store_runs_twice_sends_once() {
        fixture.store.runWorkTwice();
        fixture.enqueue(dispatcher, fixture.smsCode());

        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(sms.handed).hasSize(1);
        assertThat(fixture.store.messageLog()).hasSize(1);
    }

    @Test
    void a_template_of_a_newer_node_waits_for_that_node() {
        fixture.enqueueUnreadable();
        dispatcher.dispatchDue();

        assertThat(fixture.pending()).hasSize(1);
        assertThat(fixture.store.messageLog()).isEmpty();
    }

    @Test
    void a_message_that_was_tampered_with_is_not_sent() {
        fixture.enqueue(dispatcher, fixture.smsCode());
        OutboxMessage good = fixture.pending().get(0);
        fixture.clock.advance(Duration.ofSeconds(1));
        fixture.enqueueRaw("LOGIN_CODE", good.sealed());

        assertThat(dispatcher.dispatchDue()).isEqualTo(2);

        assertThat(sms.handed).hasSize(1).allMatch(message -> message.id().equals(good.id()));
        assertThat(fixture.store.messageLog().get(1).outcome().status()).isEqualTo(MessageOutcome.Status.FAILED);
        assertThat(fixture.store.messageLog().get(1).body()).isEqualTo("••••••");
    }

    @Test
    void the_language_falls_back_to_that_of_the_service() {
        for (String tag : new String[] {"pt_BR", "pt-BR-x-private-stuff", "no such tag", "", null}) {
            fixture.enqueue(dispatcher, fixture.codeTo(MessageFixture.PHONE, tag));
        }

        assertThat(fixture.pending())
                .extracting(OutboxMessage::language)
                .containsExactly("pt-BR", "pt-BR", "es-MX", "es-MX", "es-MX");
    }

    @Test
    void ids_are_unpredictable_and_never_repeat() {
        for (int i = 0; i < 50; i++) {
            fixture.enqueue(dispatcher, fixture.smsCode());
        }

        assertThat(fixture.pending())
                .extracting(OutboxMessage::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 22);
    }

    @Test
    void a_round_ends_after_a_hundred_messages() {
        for (int i = 0; i < 101; i++) {
            fixture.enqueue(dispatcher, fixture.smsCode());
        }

        assertThat(dispatcher.dispatchDue()).isEqualTo(100);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
    }

    @Test
    void the_id_of_a_message_is_told_and_its_dispatcher_is_woken_after_the_commit() {
        AtomicInteger wakes = new AtomicInteger();
        MessageSender sender = fixture.sender(counting(wakes));

        String id = fixture.store.join(tx -> {
            String added = sender.enqueue(tx, fixture.smsCode());
            assertThat(wakes).hasValue(0);
            return added;
        });

        assertThat(fixture.pending()).extracting(OutboxMessage::id).containsExactly(id);
        assertThat(wakes).hasValue(1);
        String before = fixture.store.dump();
        fixture.store.alone(tx -> {
            sender.pretend(tx, fixture.smsCode());
            return true;
        });
        assertThat(fixture.store.dump()).isNotEqualTo(before);
        assertThat(wakes).as("a decoy takes the same steps").hasValue(2);
    }

    /** A dispatcher that is woken and asked for nothing else. */
    private static MessageDispatcher counting(AtomicInteger wakes) {
        return (MessageDispatcher) Proxy.newProxyInstance(
                DispatchTest.class.getClassLoader(),
                new Class<?>[] {MessageDispatcher.class},
                (proxy, call, values) -> {
                    assertThat(call.getName()).isEqualTo("wake");
                    wakes.incrementAndGet();
                    return null;
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
