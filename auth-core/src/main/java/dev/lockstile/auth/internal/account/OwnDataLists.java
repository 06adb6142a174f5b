package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of an export that may be long, the newest entries first, and cut after a thousand. */
final class OwnDataLists {

    private static final int PAGE = 200;
    private static final int PAGES = 5;
    private static final Set<String> LEFT_OUT = Set.of("user", "runId", "localRef");
    /** Entries of the ledger that name an account: rows of other tables have the same keys, and are other people's. */
    private static final Set<String> ACCOUNTS = Set.of("users", "fu_users");

    private final OwnDataFlow.Sources sources;
    private final Caller caller;
    private final List<String> cut = new ArrayList<>();

    OwnDataLists(OwnDataFlow.Sources sources, Caller caller) {
        this.sources = sources;
        this.caller = caller;
    }

    Map<String, Object> all() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("devices", list("devices", AdminLists.Table.DEVICES));
        parts.put("sent_codes", list("sent_codes", AdminLists.Table.CODES));
        parts.put("former_systems", list("former_systems", AdminLists.Table.LEGACY_LINKS));
        if (sources.activity().isServed()) {
            parts.put("events", events());
        }
        parts.put("cut", cut);
        return parts;
    }

    private List<Map<String, @Nullable Object>> list(String name, AdminLists.Table table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        AdminLists.Query query =
                AdminLists.Query.all().ofUser(caller.user().toString()).sized(PAGE);
        for (int page = 0; page < PAGES; page++) {
            AdminLists.Page found = sources.lists().page(table, query);
            found.rows().stream()
                    .filter(row -> table != AdminLists.Table.LEGACY_LINKS || isAccount(row))
                    .forEach(row -> rows.add(shown(row)));
            if (found.next() == null) {
                return rows;
            }
            query = query.after(found.next());
        }
        cut.add(name);
        return rows;
    }

    private static boolean isAccount(Map<String, @Nullable Object> row) {
        return row.get("entity") instanceof String entity && ACCOUNTS.contains(entity);
    }

    private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            if (!LEFT_OUT.contains(name)) {
                shown.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value);
            }
        });
        return shown;
    }

    private List<Map<String, @Nullable Object>> events() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        AuditRecords.Query query = AuditRecords.Query.all().sized(PAGE);
        for (int page = 0; page < PAGES; page++) {
            Outcome<AuditRecords.Page> own = sources.activity().own(caller, query);
            if (!(own instanceof Outcome.Done<AuditRecords.Page> found)) { // the session ended: all of it is refused
                return rows;
            }
            found.value().entries().forEach(entry -> rows.add(event(entry)));
            if (found.value().next() == null) {
                return rows;
            }
            query = query.after(found.value().next());
        }
        cut.add("events");
        return rows;
    }

    private static Map<String, @Nullable Object> event(AuditRecords.Entry entry) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("at", entry.at());
        shown.put("name", entry.name());
        shown.put("succeeded", entry.succeeded());
        shown.put("session", entry.session());
        shown.put("detail", entry.detail());
        shown.put("by_administration", entry.actor() != null);
        return shown;
    }
}
