package dev.lockstile.auth.message;

import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that does as the test says, and remembers what it was handed. */
final class ScriptedSms implements SmsSender {

    /** What happens to a message. */
    @FunctionalInterface
    interface Act {
        void on(SmsMessage message) throws SmsDeliveryException;
    }

    final List<SmsMessage> handed = new CopyOnWriteArrayList<>();
    private final String name;
    private volatile Act act = message -> {};

    ScriptedSms() {
        this("scripted");
    }

    ScriptedSms(String name) {
        this.name = name;
    }

    ScriptedSms doing(Act next) {
        act = next;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(SmsMessage message) throws SmsDeliveryException {
        handed.add(message);
        act.on(message);
    }
}
