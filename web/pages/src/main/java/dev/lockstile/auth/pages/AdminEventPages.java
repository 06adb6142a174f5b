package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.event.AuditRecords.Place;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.AdminPermission;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The audit trail, to those whom the service lets read it. */
record AdminEventPages(Auth auth, AdminLists lists, AdminShell shell) {

    static final String PATH = "/admin/events";
    static final int SIZE = 25;

    private static final String NO_KIND = "-";
    private static final Pattern KIND = Pattern.compile("[a-z_.]{1,60}");
    private static final List<String> NAMES = List.of("user", "actor", "kind", "from", "until");
    /** Databases keep no times of later years. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    void add(Routes routes) {
        routes.memberGet(PATH, this::show);
    }

    private Reply show(PageRequest request, Routes.Member member) {
        String user =
                FoundPerson.of(auth, member.caller(), request.param("user")).key();
        String actor =
                FoundPerson.of(auth, member.caller(), request.param("actor")).key();
        AuditRecords.Query query = AuditRecords.Query.all()
                .ofUser(user)
                .byActor(actor)
                .named(kind(request))
                .between(
                        AdminUserQuery.start(request.param("from"), 0), AdminUserQuery.start(request.param("until"), 1))
                .after(place(request.param("after")))
                .sized(SIZE);
        Outcome<Page> outcome = auth.activity().all(member.caller(), query);
        if (outcome instanceof Outcome.Refused<Page> refused) {
            return AdminQuestions.refused(request, refused.why());
        }
        Map<String, @Nullable Object> model = events(request, member, outcome.orElseThrow());
        model.put("list", "events");
        model.put("kinds", new EventWords(request.texts()).kinds());
        Map<String, String> said = new HashMap<>();
        NAMES.forEach(name -> said.put(name, request.param(name)));
        String kind = written(request.param("kind"));
        said.put("kind", kind);
        model.put("query", said);
        model.put("unknownKind", kind.isEmpty() || isKnown(kind) ? null : kind);
        model.put("filtered", said.values().stream().anyMatch(text -> !text.isEmpty()));
        model.put("further", !request.param("after").isEmpty());
        model.put("here", SitePath.with(PATH, said, NAMES));
        return shell.page(member, "admin-events", model);
    }

    /** The same without the person, whose page it is. */
    Map<String, @Nullable Object> eventsOfOne(PageRequest request, Routes.Member member, Page page) {
        return events(request, member, page, false);
    }

    /** A page of entries for a template, with the names of people where the caller may read them. */
    Map<String, @Nullable Object> events(PageRequest request, Routes.Member member, Page page) {
        return events(request, member, page, true);
    }

    private Map<String, @Nullable Object> events(
            PageRequest request, Routes.Member member, Page page, boolean withPerson) {
        EventWords words = new EventWords(request.texts());
        boolean named = AdminShell.may(member.caller(), AdminPermission.USERS_READ);
        UnaryOperator<String> names = named ? new AdminUsers(lists).names(auth::userId) : UnaryOperator.identity();
        EventOrigins origins = EventOrigins.of(auth.activity(), member.caller(), page);
        List<Map<String, @Nullable Object>> events = EventRows.counted(page.entries()).stream()
                .map(row -> {
                    Entry entry = row.entry();
                    Map<String, @Nullable Object> shown = words.of(entry);
                    shown.put("user", withPerson ? entry.user() : null);
                    shown.put("userName", name(names, entry.user()));
                    shown.put("actorName", name(names, entry.actor()));
                    return row.shown(origins.beside(entry, shown), request.texts());
                })
                .toList();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("events", EventRows.underDays(events, request.times()));
        model.put("named", named);
        model.put("after", text(page.next()));
        return model;
    }

    private static @Nullable String name(UnaryOperator<String> names, @Nullable String key) {
        return key == null || key.isEmpty() ? key : names.apply(key);
    }

    private static @Nullable String kind(PageRequest request) {
        String kind = request.param("kind");
        return kind.isEmpty() ? null : isKnown(kind) ? kind : NO_KIND;
    }

    /** What is no name of a kind is not repeated: a link to the page puts no text of its own there. */
    private static String written(String kind) {
        return kind.isEmpty() || KIND.matcher(kind).matches() ? kind : NO_KIND;
    }

    private static boolean isKnown(String kind) {
        return EventWords.names().contains(kind);
    }

    static @Nullable String text(@Nullable Place place) {
        return place == null ? null : place.at() + "_" + place.number();
    }

    static @Nullable Place place(String text) {
        int line = text.indexOf('_');
        try {
            Instant at = line < 0 ? END : Instant.parse(text.substring(0, line));
            return at.isBefore(Instant.EPOCH) || !at.isBefore(END)
                    ? null
                    : new Place(at, Long.parseLong(text.substring(line + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            return null; // no address of ours
        }
    }
}
