package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages that ask an administrator before an act on the account of another user, and for its reason. */
record AdminQuestions(Auth auth, AdminUsers users) {

    static final String END_SESSIONS = "end-sessions";

    /** One of them. */
    static final String END_SESSION = "end-session";

    static final String END_API_KEYS = "end-api-keys";

    /** Asks for the end too. */
    static final String DISABLE = "disable";

    static final List<String> REASON = List.of("reason");

    private static final int REASON_MAX = 320;

    /** What an administrator does to a superuser, too. */
    private static final Set<String> TO_ALL = Set.of(END_SESSIONS, END_SESSION, END_API_KEYS);

    /** Acts that are not among them are for superusers alone. */
    private static final Map<String, AdminPermission> PERMISSIONS = Map.ofEntries(
            Map.entry(DISABLE, AdminPermission.USERS_DISABLE),
            Map.entry("enable", AdminPermission.USERS_DISABLE),
            Map.entry("delete", AdminPermission.USERS_DELETE),
            Map.entry("restore", AdminPermission.USERS_DELETE),
            Map.entry("keep", AdminPermission.USERS_DELETE),
            Map.entry(END_SESSIONS, AdminPermission.SESSIONS_END),
            Map.entry(END_SESSION, AdminPermission.SESSIONS_END),
            Map.entry("api-key", AdminPermission.SESSIONS_END),
            Map.entry(END_API_KEYS, AdminPermission.SESSIONS_END),
            Map.entry("impersonate", AdminPermission.USERS_IMPERSONATE),
            Map.entry("reset-password", AdminPermission.PASSWORDS_RESET),
            Map.entry("require-password", AdminPermission.PASSWORDS_RESET),
            Map.entry("temporary-password", AdminPermission.PASSWORDS_RESET),
            Map.entry("invite", AdminPermission.USERS_CREATE),
            Map.entry("revoke-invitation", AdminPermission.USERS_CREATE),
            Map.entry(AdminMergePages.NAME, AdminPermission.USERS_MERGE),
            Map.entry("reset-factors", AdminPermission.FACTORS_RESET),
            Map.entry("keep-factors", AdminPermission.FACTORS_RESET),
            Map.entry("unlink", AdminPermission.LINKS_MANAGE),
            Map.entry("resume", AdminPermission.LINKS_MANAGE));

    /** Serves an act by a page that asks, and by the form of that page once it brings a reason. */
    void serve(Routes routes, String name, Act act) {
        serve(routes, name, name, act, true);
    }

    /**
     * Serves an act whose service refuses the own account by itself.
     *
     * @param path behind the page of the user
     */
    void serve(Routes routes, String path, String name, Act act) {
        serve(routes, path, name, act, false);
    }

    /** @param spared whether the own account is refused here */
    private void serve(Routes routes, String path, String name, Act act, boolean spared) {
        String address = "/admin/user/" + path;
        AdminPermission permission = PERMISSIONS.get(name);
        if (permission == null) {
            routes.adminGet(address, (request, member) -> ask(request, member, name));
        } else {
            routes.adminGet(address, permission, (request, member) -> ask(request, member, name));
        }
        routes.memberPost(address, (request, member) -> answered(request, member, name, act, spared));
        routes.keeps(address, name.equals(DISABLE) ? List.of("reason", "until") : REASON);
    }

    /**
     * The service refuses who may not act, so that the attempt stands in the audit trail; to people without the right
     * no page is there.
     */
    private Reply answered(PageRequest request, Routes.Member member, String name, Act act, boolean spared) {
        Caller caller = member.caller();
        Optional<Refusal> why = refusal(auth, caller, name);
        boolean served = why.map(AdminQuestions::mayProve).orElse(true);
        UserId user = auth.userId(request.param("id")).orElse(null);
        String reason = request.param("reason").strip();
        boolean valid = AuditReference.isValid(reason);
        if (user == null || (!served && !valid)) {
            return Reply.error(404, "not-found");
        }
        boolean own = user.equals(caller.user());
        Optional<Reply> refused = refusal(request, why.isPresent(), own);
        boolean asked = refused.isPresent() && (!valid || (spared && own));
        if (served && asked) {
            return refused.get();
        }
        Reply reply = valid ? act.of(request, caller, user, reason) : again(request, caller, user, name);
        return served ? reply : Reply.error(404, "not-found");
    }

    /** Why the caller may not do that now, as the authorization of the act tells it. */
    static Optional<Refusal> refusal(Auth auth, Caller caller, String act) {
        AdminPermission permission = PERMISSIONS.get(act);
        return permission == null
                ? auth.adminAuthorization().refusal(caller)
                : auth.adminAuthorization().refusal(caller, permission);
    }

    /** For the links of a page: each act, and whether the token lets the caller do it. */
    static Map<String, Boolean> allowed(Caller caller) {
        return PERMISSIONS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, act -> AdminShell.may(caller, act.getValue())));
    }

    static boolean mayProve(Refusal refusal) {
        return refusal == Refusal.STEP_UP_REQUIRED || refusal == Refusal.SECOND_FACTOR_REQUIRED;
    }

    /** To a new proof where one helps; to all others no page is there. */
    static Reply refused(PageRequest request, Refusal why) {
        return mayProve(why) ? request.toProve() : Reply.error(404, "not-found");
    }

    /** Asks for the recent proof before the reason, so that what is typed is not lost on the way. */
    Reply ask(PageRequest request, Routes.Member member, String act) {
        UserId user = auth.userId(request.param("id")).orElse(null);
        if (user == null) {
            return Reply.error(404, "not-found");
        }
        Caller caller = member.caller();
        boolean unproven = refusal(auth, caller, act).isPresent();
        Optional<Reply> refused = refusal(request, unproven, user.equals(caller.user()));
        if (refused.isPresent()) {
            return refused.get();
        }
        Map<String, @Nullable Object> row = users.row(user).orElse(null);
        if (row == null) {
            return Reply.error(404, "not-found");
        }
        if (!TO_ALL.contains(act) && Boolean.TRUE.equals(row.get("superuser"))) {
            return Reply.error(403, "superuser-account");
        }
        return question(request, caller, user, row, act).withReason(request.fields());
    }

    /** The page again, since there is no reason that can be kept. */
    private Reply again(PageRequest request, Caller caller, UserId user, String act) {
        Fields fields = refusedReason(request);
        fields.optional("until", 10);
        return again(request, caller, user, act, fields);
    }

    /** The page again with what is wrong in its form. */
    Reply again(PageRequest request, Caller caller, UserId user, String act, Fields fields) {
        return users.row(user)
                .map(row -> question(request, caller, user, row, act).again(fields))
                .orElseGet(() -> Reply.error(400, "reason"));
    }

    /** The reason in a form of several fields; what is wrong with it stands beside the others. */
    static String reason(Fields fields) {
        String reason = fields.required("reason", REASON_MAX);
        if (!reason.isEmpty() && !AuditReference.isValid(reason)) {
            fields.refuse("reason", "invalid_reason");
        }
        return reason;
    }

    /** The fields of a form without a reason that can be kept. */
    static Fields refusedReason(PageRequest request) {
        Fields fields = request.fields();
        if (!fields.required("reason", Integer.MAX_VALUE).isEmpty()) {
            fields.refuse("reason", "invalid_reason");
        }
        return fields;
    }

    /** Why nothing is asked: an old proof, the own account. */
    private static Optional<Reply> refusal(PageRequest request, boolean unproven, boolean own) {
        if (unproven) {
            return Optional.of(request.toProve());
        }
        return own ? Optional.of(Reply.error(409, "own-account")) : Optional.empty();
    }

    /** To callers who may not read accounts the key. */
    private static String name(Caller caller, Map<String, @Nullable Object> row) {
        return AdminPeople.isNamed(caller) ? AdminUsers.name(row) : String.valueOf(row.get("id"));
    }

    private Question question(
            PageRequest request, Caller caller, UserId user, Map<String, @Nullable Object> row, String act) {
        String whom = name(caller, row);
        String known = AdminPeople.isNamed(caller) ? AdminPeople.title(row) : whom;
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("id", user.toString());
        if (!request.param("account").isEmpty()) {
            hidden.put("account", request.param("account"));
        }
        return new Question(
                "user-" + act,
                request.path(),
                whom,
                known.equals(whom) ? null : known,
                act.equals("delete") && AdminPeople.isNamed(caller)
                        ? new AdminConcerned(users.lists(), request.times()).ofUser(row)
                        : List.of(),
                hidden,
                "/admin/user?id=" + user);
    }

    /** An act on the account of a user, with its reason. */
    @FunctionalInterface
    interface Act {
        Reply of(PageRequest request, Caller caller, UserId user, String reason);
    }
}
