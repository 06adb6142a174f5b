package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into a form that came when a sign-in or a new proof was due. A cookie of this browser keeps it,
 * sealed, for the user whose form it was; it stands in the form again when that user opens it, and the person sends it.
 * Only the fields that a form names are kept, and no secret is among them.
 */
final class KeptForms {

    private static final String COOKIE = "kept-form";
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.([A-Za-z0-9_-]+)");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int MAX = 2400;

    private final FormOwner owner;
    private final Clock clock;

    KeptForms(FormOwner owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** Keeps the named fields, where the form says whose it is and they fit into a cookie. */
    void keep(PageRequest request, List<String> names) {
        String formOwner = Csrf.owner(request.param(Csrf.FIELD));
        long second = owner.second(formOwner);
        if (second < 0 || names.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(String.valueOf(now()), request.formAddress()));
        for (String name : names) {
            lines.add(name);
            lines.add(request.param(name)); // one line, as every field of a request
        }
        String sealed = owner.seal(formOwner, String.join("\n", lines));
        if (sealed.length() <= MAX) {
            request.cookies().set(COOKIE, second + "." + sealed, LIFE);
        }
    }

    /** The page of the form with what is kept of it, and a sentence that says so; any other page as it is. */
    Reply restored(PageRequest request, Reply reply) {
        Caller caller = request.caller();
        if (caller == null || !(reply instanceof Reply.Page page) || page.status() != 200) {
            return reply;
        }
        Map<String, String> kept =
                open(request.cookies(), caller, request.formAddress()).orElse(Map.of());
        if (kept.isEmpty()) {
            return reply;
        }
        Fields form = page.model().get("form") instanceof Fields shown ? shown : request.fields();
        kept.forEach(form::suggest);
        Map<String, @Nullable Object> model = new HashMap<>(page.model());
        model.put("form", form);
        model.put("said", request.texts().say("said.kept"));
        return Reply.page(page.template(), model);
    }

    /** Takes it away where it belongs to another user than the one who is signed in, or is over. */
    void dropOfOthers(PageRequest request) {
        Caller caller = request.caller();
        if (caller != null && lines(request.cookies(), caller).isEmpty()) {
            drop(request);
        }
    }

    void drop(PageRequest request) {
        request.cookies().clearShown(COOKIE);
    }

    private Optional<Map<String, String>> open(Cookies cookies, Caller caller, String address) {
        List<String> lines = lines(cookies, caller);
        if (lines.isEmpty() || !lines.get(1).equals(address)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 2; i + 1 < lines.size(); i += 2) {
            fields.put(lines.get(i), lines.get(i + 1));
        }
        return Optional.of(fields);
    }

    private List<String> lines(Cookies cookies, Caller caller) {
        String kept = cookies.get(COOKIE);
        Matcher form = FORM.matcher(kept == null ? "" : kept);
        if (!form.matches()) {
            return List.of();
        }
        String formOwner = owner.at(caller, Long.parseLong(form.group(1)));
        List<String> lines = owner.open(formOwner, form.group(2))
                .map(text -> List.of(text.split("\n", -1)))
                .orElse(List.of());
        return lines.isEmpty() || now() >= Long.parseLong(lines.get(0)) + LIFE.toSeconds() ? List.of() : lines;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
