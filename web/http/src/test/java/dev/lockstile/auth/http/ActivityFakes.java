package dev.lockstile.auth.http;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Map;

/** Events that give the answers a test wants. */
record ActivityFakes(Fakes fakes) implements Activity {

    static void fill(Map<String, Object> answers) {
        AuditRecords.Entry entry =
                new AuditRecords.Entry(7, Samples.NOW, "authn_login_success", true, "1", "s1", "password", "2");
        answers.put(
                "activity",
                Outcome.done(new AuditRecords.Page(List.of(entry), new AuditRecords.Place(Samples.NOW, 7))));
    }

    @Override
    public boolean isServed() {
        return true;
    }

    @Override
    public Outcome<AuditRecords.Page> own(Caller caller, AuditRecords.Query query) {
        return fakes.answer("activity", caller, query);
    }

    @Override
    public Map<String, Origin> origins(Caller caller, AuditRecords.Page page) {
        return Map.of();
    }

    @Override
    public Outcome<AuditRecords.Page> all(Caller caller, AuditRecords.Query query) {
        return fakes.answer("activity", caller, query);
    }
}
