package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.store.MessageLogStore;
import dev.lockstile.auth.store.MessageLogStore.EmailLogEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The two message logs, in a transaction. What is too long for its column is cut: a log must not stop a message. */
record JpaMessageLogStore(Rows rows, HostModel host) implements MessageLogStore {

    private static final int PHONE = 32;
    private static final int SMS_TEXT = 2000;
    private static final int EMAIL = 254;
    private static final int SUBJECT = 255;
    private static final int ERROR = 1000;

    @Override
    public void sms(String to, String blankedMessage, MessageOutcome outcome, Instant now) {
        HostEntity<AbstractSmsLog> log = host.smsLog();
        if (log != null) {
            AbstractSmsLog row = log.create();
            row.record(cut(to, PHONE), cut(blankedMessage, SMS_TEXT), cut(outcome));
            row.touch(now);
            rows.insert(row);
        }
    }

    @Override
    public void email(EmailLogEntry entry, MessageOutcome outcome, Instant now) {
        HostEntity<AbstractEmailLog> log = host.emailLog();
        if (log != null) {
            AbstractEmailLog row = log.create();
            String body = cut(entry.blankedBody(), SettingsJson.COLUMN_LENGTH);
            row.record(cut(entry.to(), EMAIL), cut(entry.subject(), SUBJECT), body, cut(outcome));
            row.touch(now);
            rows.insert(row);
        }
    }

    private static MessageOutcome cut(MessageOutcome outcome) {
        @Nullable String error = outcome.error();
        return new MessageOutcome(
                outcome.template(), outcome.provider(), outcome.status(), error == null ? null : cut(error, ERROR));
    }

    /** A NUL has no place in a text column of PostgreSQL. */
    private static String cut(String text, int length) {
        String clean = text.replace("\0", "");
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
