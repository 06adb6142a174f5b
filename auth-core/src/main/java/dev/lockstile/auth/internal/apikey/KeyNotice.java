package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.message.PlaceWords;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.Map;

/** Tells the owner of a key that it was made, or has another secret. */
final class KeyNotice {

    private final SecurityNotice notice;

    KeyNotice(FlowContext context) {
        this.notice = new SecurityNotice(context);
    }

    /** @param change of the audit trail: what ends in {@code rotated} keeps the key and replaces its secret */
    void send(AuthTx tx, NoticeSubject owner, ApiKey key, String change, Instant now) {
        String name = PlaceWords.name(key.name());
        Map<String, String> what = change.endsWith("rotated")
                ? Map.of(MessageValues.WHAT, name, MessageValues.REPLACED, "true")
                : Map.of(MessageValues.WHAT, name);
        notice.send(tx, owner, MessageKind.API_KEY_CREATED, what, now);
    }
}
