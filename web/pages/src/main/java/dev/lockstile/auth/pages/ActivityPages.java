package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.outcome.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-ins, refused attempts and changes of the own account. */
record ActivityPages(Activity activity) {

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
        EventWords words = new EventWords(request.texts());
        Page page = own.orElseThrow();
        EventOrigins origins = EventOrigins.of(activity, member.caller(), page);
        Map<String, @Nullable Object> model = new HashMap<>();
        List<Map<String, @Nullable Object>> events = EventRows.counted(page.entries()).stream()
                .map(row -> row.shown(origins.beside(row.entry(), words.ofOwn(row.entry())), request.texts()))
                .toList();
        model.put("events", EventRows.underDays(events, request.times()));
        model.put("after", AdminEventPages.text(page.next()));
        model.put("further", !request.param("after").isEmpty());
        return Reply.page("activity", model);
    }
}
