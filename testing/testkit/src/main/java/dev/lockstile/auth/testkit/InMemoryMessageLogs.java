package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.MessageLogStore;
import dev.lockstile.auth.store.MessageLogStore.EmailLogEntry;
import java.time.Instant;

/** The message logs in a transaction. */
final class InMemoryMessageLogs implements MessageLogStore {

    private final TableViews views;

    InMemoryMessageLogs(TableViews views) {
        this.views = views;
    }

    @Override
    public void sms(String to, String blankedMessage, MessageOutcome outcome, Instant now) {
        add(new LoggedMessage(Channel.SMS, to, null, blankedMessage, outcome, now));
    }

    @Override
    public void email(EmailLogEntry entry, MessageOutcome outcome, Instant now) {
        add(new LoggedMessage(Channel.EMAIL, entry.to(), entry.subject(), entry.blankedBody(), outcome, now));
    }

    private void add(LoggedMessage message) {
        views.messageLog.insert(key -> message);
    }
}
