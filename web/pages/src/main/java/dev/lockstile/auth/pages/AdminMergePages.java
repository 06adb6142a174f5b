package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page that merges the account of a user ({@code id}) into another one ({@code account}): found by a search, shown
 * with what moves and what speaks against it, and done for a reason.
 */
record AdminMergePages(Auth auth, AdminLists lists, AdminShell shell) {

    static final String NAME = "merge";

    private static final String PATH = "/admin/user/" + NAME;
    private static final int FOUND_MAX = 10;
    private static final int FIND_MAX = 320;

    void add(Routes routes) {
        routes.adminGet(PATH, AdminPermission.USERS_MERGE, this::ask);
        routes.memberPost(PATH, this::merge);
        routes.keeps(PATH, AdminQuestions.REASON);
    }

    /** Asks for the recent proof first, so that what is typed is not lost on the way. */
    private Reply ask(PageRequest request, Routes.Member member) {
        Optional<Map<String, @Nullable Object>> from = row(request, "id");
        if (from.isEmpty()) {
            return Reply.error(404, "not-found");
        }
        if (AdminQuestions.refusal(auth, member.caller(), NAME).isPresent()) {
            return request.toProve();
        }
        Fields fields = request.fields();
        fields.suggest("reason", "");
        return page(200, request, member, fields, null);
    }

    /** The service refuses who may not act, so that the attempt stands in the audit trail. */
    private Reply merge(PageRequest request, Routes.Member member) {
        Refusal why = AdminQuestions.refusal(auth, member.caller(), NAME).orElse(null);
        UserId from = auth.userId(request.param("id")).orElse(null);
        UserId into = auth.userId(request.param("account")).orElse(null);
        String reason = request.param("reason").strip();
        if (from == null || into == null) {
            return Reply.error(404, "not-found");
        }
        if (!AuditReference.isValid(reason)) {
            return why == null
                    ? page(400, request, member, AdminQuestions.refusedReason(request), null)
                    : AdminQuestions.refused(request, why);
        }
        Outcome<Merge> merged = auth.admin().mergeAs(member.caller(), from, into, reason);
        if (why != null) {
            return AdminQuestions.refused(request, why);
        }
        if (merged instanceof Outcome.Refused<Merge> refused) {
            return refused(request, member, refused.why());
        }
        request.say("user-merge", into);
        return Reply.go("/admin/user?id=" + into);
    }

    private Reply refused(PageRequest request, Routes.Member member, Refusal why) {
        if (AdminQuestions.mayProve(why)) {
            return request.toProve();
        }
        Fields fields = request.fields();
        fields.optional("reason", Integer.MAX_VALUE);
        // conflicts are told by the preview
        return page(409, request, member, fields, why == Refusal.INVALID_INPUT ? null : sentence(why));
    }

    private static String sentence(Refusal why) {
        return switch (why) {
            case FORBIDDEN, NOT_FOUND, IDENTIFIER_TAKEN -> "merge_" + why.code();
            default -> Refusals.sentence(why);
        };
    }

    private Reply page(int status, PageRequest request, Routes.Member member, Fields fields, @Nullable String problem) {
        Optional<Map<String, @Nullable Object>> from = row(request, "id");
        if (from.isEmpty()) {
            return Reply.error(404, "not-found");
        }
        AdminPeople people = new AdminPeople(request.texts());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", "users");
        model.put("ends", people.person(member.caller(), from.get()));
        model.put("find", request.param("find"));
        model.put("form", fields);
        model.put("refused", problem);
        model.put("people", List.of());
        model.put("stays", null);
        model.put("previewed", false);
        Optional<Map<String, @Nullable Object>> into = row(request, "account");
        if (into.isPresent()) {
            model.put("stays", people.person(member.caller(), into.get()));
            preview(request, member.caller(), model);
        } else {
            model.put("people", found(request, member.caller()));
        }
        return shell.page(status, member, "admin-merge", model);
    }

    private void preview(PageRequest request, Caller caller, Map<String, @Nullable Object> model) {
        Outcome<Merge> preview = auth.admin()
                .previewMergeAs(
                        caller,
                        auth.userId(request.param("id")).orElseThrow(),
                        auth.userId(request.param("account")).orElseThrow());
        if (preview instanceof Outcome.Refused<Merge> refused) {
            model.put("refused", sentence(refused.why()));
            return;
        }
        Merge merge = preview.orElseThrow();
        model.put("previewed", true);
        model.put("moved", kinds(request.texts(), merge.moved()));
        model.put("released", kinds(request.texts(), merge.released()));
        model.put("sites", merge.providers());
        model.put("profiles", merge.profiles());
        model.put(
                "conflicts",
                merge.conflicts().stream()
                        .map(conflict -> conflict(request.texts(), conflict))
                        .toList());
    }

    private static List<String> kinds(Texts texts, List<IdentifierKind> kinds) {
        return kinds.stream()
                .map(kind -> texts.say(
                        switch (kind) {
                            case EMAIL -> "kind.email";
                            case PHONE -> "kind.phone";
                            case USERNAME -> "column.username";
                        }))
                .toList();
    }

    private static String conflict(Texts texts, FieldProblem conflict) {
        return texts.say("merge." + conflict.field() + "." + conflict.code());
    }

    /** Accounts that match what was typed; for callers who may not read accounts the one with that key. */
    private List<Map<String, @Nullable Object>> found(PageRequest request, Caller caller) {
        String find = request.param("find").strip();
        if (find.isEmpty() || find.length() > FIND_MAX) {
            return List.of();
        }
        AdminPeople people = new AdminPeople(request.texts());
        Stream<Map<String, @Nullable Object>> rows = AdminPeople.isNamed(caller)
                ? lists
                        .page(
                                AdminLists.Table.USERS,
                                AdminLists.Query.all().finding(find).sized(FOUND_MAX))
                        .rows()
                        .stream()
                : auth.userId(find).flatMap(new AdminUsers(lists)::row).stream();
        return rows.filter(row -> !request.param("id").equals(String.valueOf(row.get("id"))))
                .filter(row -> row.get("deletedAt") == null)
                .map(row -> people.person(caller, row))
                .toList();
    }

    private Optional<Map<String, @Nullable Object>> row(PageRequest request, String name) {
        return auth.userId(request.param(name))
                .flatMap(new AdminUsers(lists)::row)
                .filter(row -> row.get("deletedAt") == null);
    }
}
