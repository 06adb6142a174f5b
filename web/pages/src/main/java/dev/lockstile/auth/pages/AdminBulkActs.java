package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One act on up to a hundred accounts: a page that names them and asks for the reason, and a form. Each account is
 * changed by itself, as its own page does it, and the answer tells how each one ended.
 */
record AdminBulkActs(Auth auth, AdminUsers users, AdminShell shell) {

    private static final String PATH = "/admin/users/bulk";
    private static final List<String> ACTS =
            List.of("disable", "enable", AdminQuestions.END_SESSIONS, "reset-password");

    void add(Routes routes) {
        routes.memberGet(PATH, (request, member) -> act(request, act -> preview(request, member, act)));
        routes.memberPost(PATH, (request, member) -> act(request, act -> answered(request, member, act)));
        routes.keeps(PATH, AdminQuestions.REASON);
    }

    /** The acts that the token lets the caller do. */
    static List<String> offered(Caller caller) {
        Map<String, Boolean> allowed = AdminQuestions.allowed(caller);
        return ACTS.stream().filter(act -> allowed.getOrDefault(act, false)).toList();
    }

    private static Reply act(PageRequest request, Function<String, Reply> handler) {
        String act = request.param("act");
        return ACTS.contains(act) ? handler.apply(act) : Reply.error(404, "not-found");
    }

    private static List<String> selected(PageRequest request) {
        return new ArrayList<>(
                new LinkedHashSet<>(Stream.of(request.param("select").split("\n"))
                        .filter(key -> !key.isBlank())
                        .toList()));
    }

    /** Asks for the recent proof before the reason, so that what is typed is not lost on the way. */
    private Reply preview(PageRequest request, Routes.Member member, String act) {
        Optional<Refusal> refusal = AdminQuestions.refusal(auth, member.caller(), act);
        if (refusal.isPresent()) {
            return AdminQuestions.refused(request, refusal.get());
        }
        List<String> selected = selected(request);
        if (selected.isEmpty()) {
            request.say("none-selected");
            return Reply.go(AdminUserQuery.of(request).path());
        }
        Fields fields = request.fields();
        fields.suggest("reason", "");
        return question(200, request, member, act, fields);
    }

    private Reply question(int status, PageRequest request, Routes.Member member, String act, Fields fields) {
        List<Map<String, @Nullable Object>> people = new ArrayList<>();
        for (String key : selected(request)) {
            auth.userId(key)
                    .flatMap(users::row)
                    .map(row -> person(request, member.caller(), act, row))
                    .ifPresent(people::add);
        }
        Map<String, @Nullable Object> model = model(request, act);
        model.put("people", people);
        model.put(
                "count",
                people.stream().filter(person -> person.get("left") == null).count());
        model.put("form", fields);
        return shell.page(status, member, "admin-bulk", model);
    }

    private static Map<String, @Nullable Object> model(PageRequest request, String act) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", "users");
        model.put("act", act);
        model.put("back", AdminUserQuery.of(request).path());
        return model;
    }

    private static Map<String, @Nullable Object> person(
            PageRequest request, Caller caller, String act, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> person = new AdminPeople(request.texts()).person(caller, row);
        boolean spared = Boolean.TRUE.equals(row.get("superuser")) && !act.equals(AdminQuestions.END_SESSIONS);
        boolean own = caller.user().toString().equals(person.get("id"));
        boolean deleted = row.get("deletedAt") != null;
        person.put("left", own ? "own" : deleted ? "deleted" : spared ? "forbidden" : null);
        return person;
    }

    /** The service refuses who may not act, so that the attempt stands in the trail; to others no page is there. */
    private Reply answered(PageRequest request, Routes.Member member, String act) {
        Caller caller = member.caller();
        Optional<Refusal> why = AdminQuestions.refusal(auth, caller, act);
        boolean served = why.map(AdminQuestions::mayProve).orElse(true);
        String reason = request.param("reason").strip();
        List<String> selected = selected(request);
        if (!AuditReference.isValid(reason) || selected.isEmpty()) {
            return served ? again(request, member, act) : Reply.error(404, "not-found");
        }
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        for (String key : selected) {
            Change result = auth.userId(key)
                    .map(user -> user.equals(caller.user()) ? null : change(act, caller, user, reason))
                    .orElse(null);
            if (why.isPresent()) {
                return served ? request.toProve() : Reply.error(404, "not-found");
            }
            results.add(
                    told(request.texts(), caller, key, key.equals(caller.user().toString()) ? "own" : word(result)));
        }
        Map<String, @Nullable Object> model = model(request, act);
        model.put("results", results);
        model.put(
                "count",
                results.stream().filter(one -> "done".equals(one.get("result"))).count());
        model.put("languages", List.of());
        return shell.page(member, "admin-bulk-done", model);
    }

    private Reply again(PageRequest request, Routes.Member member, String act) {
        if (selected(request).isEmpty()) {
            return preview(request, member, act);
        }
        return question(400, request, member, act, AdminQuestions.refusedReason(request));
    }

    private Change change(String act, Caller caller, UserId user, String reason) {
        return switch (act) {
            case "disable" -> auth.admin().disableAs(caller, user, reason);
            case "enable" -> auth.admin().enableAs(caller, user, reason);
            case AdminQuestions.END_SESSIONS -> auth.admin().endSessionsAs(caller, user, reason);
            default -> auth.admin().requestPasswordResetAs(caller, user, reason);
        };
    }

    private Map<String, @Nullable Object> told(Texts texts, Caller caller, String key, String result) {
        Map<String, @Nullable Object> told = auth.userId(key)
                .flatMap(users::row)
                .map(row -> new AdminPeople(texts).person(caller, row))
                .orElseGet(() -> AdminPeople.unnamed(key));
        told.put("result", result);
        return told;
    }

    private static String word(@Nullable Change result) {
        if (result == null) {
            return "not_found";
        }
        return switch (result) {
            case DONE, UNCHANGED, NOT_FOUND, THROTTLED, FORBIDDEN ->
                result.name().toLowerCase(Locale.ROOT);
            case VETOED, TAKEN, UNKNOWN_ROLE -> "vetoed";
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED, SESSION_ENDED -> "proof";
        };
    }
}
