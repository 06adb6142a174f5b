package dev.lockstile.auth.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the page of an error leads: to the page that was asked for, if it may be there by now. */
record WayBack(Routes routes) {

    /** In the model of the page of an error: the address to try again; null where that does not help. */
    static final String AGAIN = "again";

    private static final Set<String> PASSING = Set.of("csrf", "malformed", "method", "unavailable", "internal");

    /** Only an address of ours is named, without what came in its query. */
    Reply of(Reply reply, PageRequest request) {
        if (!(reply instanceof Reply.Page page) || !page.template().equals("error")) {
            return reply;
        }
        Map<String, @Nullable Object> model = new HashMap<>(page.model());
        boolean helps = PASSING.contains(model.get("what")) && routes.knows(request.path());
        model.put(AGAIN, helps ? request.site(request.path()) : null);
        model.putIfAbsent("number", null);
        return Reply.again(page.status(), page.template(), model);
    }
}
