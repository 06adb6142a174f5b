package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Sessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sign-ins, refused attempts and changes of the own account. */
record ActivityPages(Activity activity, Sessions sessions) {

    private static final String PATH = "/account/activity";
    private static final int SIZE = 25;

    void add(Routes routes) {
        routes.memberGet(PATH, this::show);
    }

    private Reply show(PageRequest request, Routes.Member member) {
        AuditRecords.Query query = AuditRecords.Query.all()
                .after(AdminEventPages.place(request.param("after")))
                .sized(SIZE);
        Outcome<Page> own = activity.own(member.caller(), query);
        if (own instanceof Outcome.Refused<Page>) {
            return Reply.error(404, "not-found");
        }
        Map<String, Map<String, @Nullable Object>> devices =
                TemplateValues.sessions(sessions.list(member.caller())).stream()
                        .collect(Collectors.toMap(session -> String.valueOf(session.get("id")), session -> session));
        EventWords words = new EventWords(request.texts());
        Page page = own.orElseThrow();
        Map<String, @Nullable Object> model = new HashMap<>();
        List<Map<String, @Nullable Object>> events = page.entries().stream()
                .map(entry -> shown(words, entry, devices))
                .toList();
        model.put("events", EventRows.underDays(events, request.times()));
        model.put("after", AdminEventPages.text(page.next()));
        model.put("further", !request.param("after").isEmpty());
        return Reply.page("activity", model);
    }

    /** With the device of a session that is still open. */
    private static Map<String, @Nullable Object> shown(
            EventWords words, Entry entry, Map<String, Map<String, @Nullable Object>> devices) {
        Map<String, @Nullable Object> shown = words.ofOwn(entry);
        shown.put("on", entry.session() == null ? null : devices.get(entry.session()));
        return shown;
    }
}
