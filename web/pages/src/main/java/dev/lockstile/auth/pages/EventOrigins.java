package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.account.Activity.Origin;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.token.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the sessions of entries were opened, read once for a page of them. */
record EventOrigins(Map<String, Origin> bySession) {

    static EventOrigins of(Activity activity, Caller caller, Page page) {
        return new EventOrigins(activity.origins(caller, page));
    }

    /** Adds to what is shown of an entry the device and the address as {@code on}; null where they are not known. */
    Map<String, @Nullable Object> beside(Entry entry, Map<String, @Nullable Object> shown) {
        Origin origin = entry.session() == null ? null : bySession.get(entry.session());
        shown.put("on", origin == null ? null : shown(origin));
        return shown;
    }

    private static Map<String, @Nullable Object> shown(Origin origin) {
        Map<String, @Nullable Object> shown =
                TemplateValues.origin(origin.client().name(), origin.deviceLabel(), origin.address());
        shown.put("current", origin.current());
        return shown;
    }
}
