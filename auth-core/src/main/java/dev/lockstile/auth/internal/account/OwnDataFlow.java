package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.account.DataExport;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the owner of an account what is kept of it. Refused: a session that is over, an old proof, and more than five
 * times a day. The notice is written while the account is held, before anything is given out.
 */
public final class OwnDataFlow {

    private static final Rate EXPORTS = new Rate(5, Duration.ofDays(1));

    private final FlowContext context;
    private final Sources sources;
    private final SecurityNotice notice;

    OwnDataFlow(FlowContext context, Sources sources) {
        this.context = context;
        this.sources = sources;
        this.notice = new SecurityNotice(context);
    }

    /** What is read beside the store: settings that are shown to their owner, lists by user, and the trail. */
    public record Sources(SettingKeys userSettings, SettingKeys profileSettings, AdminLists lists, Activity activity) {}

    Outcome<DataExport> run(Caller caller) {
        Instant now = context.now();
        Optional<StoredSession> session = context.store().read(tx -> CallerSession.live(tx, caller, now));
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        if (!context.isRecent(caller, session.get().user(), now)) {
            return Outcome.refused(Refusal.STEP_UP_REQUIRED);
        }
        if (!context.limiters().requests().take("OWN_DATA", caller.user().toString(), EXPORTS, now)) {
            return Outcome.refused(Refusal.THROTTLED, now.plus(EXPORTS.window()));
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        OwnDataRows rows = new OwnDataRows(context, sources, session.get().user());
        context.store().read(tx -> {
            parts.putAll(rows.ofStore(tx, now));
            return true;
        });
        parts.putAll(new OwnDataLists(sources, caller).all());
        return context.store()
                .alone(tx -> CallerSession.held(tx, caller, now)
                        .map(held -> {
                            notice.send(tx, NoticeSubject.of(held), MessageKind.DATA_EXPORTED, now);
                            return Outcome.done(new DataExport(now, parts));
                        })
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }
}
