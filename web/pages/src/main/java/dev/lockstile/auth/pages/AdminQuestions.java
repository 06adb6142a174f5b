package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AdminAuthorization;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The pages that ask a superuser before an act on the account of another user, and for its reason. */
record AdminQuestions(Auth auth, AdminUsers users) {

    /** What an administrator does to a superuser, too. */
    static final String END_SESSIONS = "end-sessions";

    static final List<String> REASON = List.of("reason");

    /** Serves an act by a page that asks, and by the form of that page once it brings a reason. */
    void serve(Routes routes, String name, Act act) {
        serve(
                routes,
                name,
                name,
                act,
                (member, user) -> user.equals(member.caller().user()));
    }

    /**
     * Serves an act whose service refuses the own account by itself.
     *
     * @param path behind the page of the user
     */
    void serve(Routes routes, String path, String name, Act act) {
        serve(routes, path, name, act, (member, user) -> false);
    }

    private void serve(Routes routes, String path, String name, Act act, BiPredicate<Routes.Member, UserId> spared) {
        String address = "/admin/user/" + path;
        routes.adminGet(address, (request, member) -> ask(request, member, name));
        routes.memberPost(address, (request, member) -> answered(request, member, name, act, spared));
        routes.keeps(address, REASON);
    }

    /**
     * The service refuses who may not act, so that the attempt stands in the audit trail; to people without the right
     * no page is there.
     */
    private Reply answered(
            PageRequest request,
            Routes.Member member,
            String name,
            Act act,
            BiPredicate<Routes.Member, UserId> spared) {
        Caller caller = member.caller();
        boolean served = auth.adminAuthorization()
                .refusal(caller)
                .map(AdminQuestions::mayProve)
                .orElse(true);
        UserId user = auth.userId(request.param("id")).orElse(null);
        String reason = request.param("reason").strip();
        boolean valid = AuditReference.isValid(reason);
        if (user == null || (!served && !valid)) {
            return Reply.error(404, "not-found");
        }
        Optional<Reply> refused = refusal(request, member);
        boolean asked = refused.isPresent() && (!valid || spared.test(member, user));
        if (served && asked) {
            return refused.get();
        }
        Reply reply = valid ? act.of(request, caller, user, reason) : again(request, user, name);
        return served ? reply : Reply.error(404, "not-found");
    }

    private static boolean mayProve(AdminAuthorization.Refusal refusal) {
        return refusal == AdminAuthorization.Refusal.STEP_UP_REQUIRED
                || refusal == AdminAuthorization.Refusal.SECOND_FACTOR_REQUIRED;
    }

    /** Asks for the recent proof before the reason, so that what is typed is not lost on the way. */
    Reply ask(PageRequest request, Routes.Member member, String act) {
        Optional<Reply> refused = refusal(request, member);
        if (refused.isPresent()) {
            return refused.get();
        }
        UserId user = auth.userId(request.param("id")).orElseThrow();
        Map<String, @Nullable Object> row = row(user).orElse(null);
        if (row == null) {
            return Reply.error(404, "not-found");
        }
        if (!act.equals(END_SESSIONS) && Boolean.TRUE.equals(row.get("superuser"))) {
            return Reply.error(403, "superuser-account");
        }
        return question(request, user, row, act).withReason(request.fields());
    }

    /** The page again, since there is no reason that can be kept. */
    Reply again(PageRequest request, UserId user, String act) {
        Fields fields = request.fields();
        fields.optional("reason", Integer.MAX_VALUE);
        fields.refuse("reason", fields.isFine() && request.param("reason").isBlank() ? "required" : "invalid");
        return row(user)
                .map(row -> question(request, user, row, act).again(fields))
                .orElseGet(() -> Reply.error(400, "reason"));
    }

    /** Why nothing is asked: no such account, an old proof, the own account. */
    private Optional<Reply> refusal(PageRequest request, Routes.Member member) {
        UserId user = auth.userId(request.param("id")).orElse(null);
        if (user == null) {
            return Optional.of(Reply.error(404, "not-found"));
        }
        if (auth.adminAuthorization().refusal(member.caller()).isPresent()) {
            return Optional.of(Reply.go(request.toProve()));
        }
        return user.equals(member.caller().user()) ? Optional.of(Reply.error(409, "own-account")) : Optional.empty();
    }

    private Optional<Map<String, @Nullable Object>> row(UserId user) {
        return users.find(user).map(page -> page.rows().get(0));
    }

    private static Question question(PageRequest request, UserId user, Map<String, @Nullable Object> row, String act) {
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("id", user.toString());
        if (!request.param("account").isEmpty()) {
            hidden.put("account", request.param("account"));
        }
        return new Question("user-" + act, request.path(), AdminUsers.name(row), hidden, "/admin/user?id=" + user);
    }

    /** An act on the account of a user, with its reason. */
    @FunctionalInterface
    interface Act {
        Reply of(PageRequest request, Caller caller, UserId user, String reason);
    }
}
