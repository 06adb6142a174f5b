package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page on which staff open an account of a program. Its keys have {@link ServiceKeyPages}. */
record ServiceAccountPages(Auth auth, AdminLists lists, AdminShell shell) {

    static final String NAME = "service-accounts";

    private static final int TEXT_MAX = 320;

    static final String PATH = "/admin/" + NAME;
    private static final int ROLE_MAX = 30;

    /** Where the host serves keys and has declared a role for programs. */
    static boolean areServed(Auth auth) {
        return auth.apiKeys().isServed() && auth.roles().haveProgram();
    }

    void add(Routes routes) {
        routes.adminGet(PATH, AdminPermission.PROGRAMS_MANAGE, (request, member) -> {
            Fields fields = request.fields();
            fields.suggest("role", "");
            return page(200, member, fields, null);
        });
        routes.memberPost(PATH, this::open);
        routes.keeps(PATH, List.of("username", "role", "reason"));
    }

    private Reply page(int status, Routes.Member member, Fields fields, @Nullable String refused) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", NAME);
        model.put("form", fields);
        model.put("refused", refused);
        ServiceAccountList list = new ServiceAccountList(auth, lists);
        boolean listed = AdminPeople.isNamed(member.caller());
        model.put("listed", listed);
        model.putAll(listed ? list.model(member.caller()) : Map.of("accounts", List.of(), "more", List.of()));
        model.put("open", status != 200 || List.of().equals(model.get("accounts")));
        model.put("roles", list.roles());
        return shell.page(status, member, "admin-service-accounts", model);
    }

    /** The service refuses who may not open accounts, so that the attempt stands in the audit trail. */
    private Reply open(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        ServiceAccount account =
                new ServiceAccount(fields.required("username", TEXT_MAX), fields.required("role", ROLE_MAX));
        String reason = AdminQuestions.reason(fields);
        Caller caller = member.caller();
        Refusal why = refusal(auth, caller);
        if (!fields.isFine()) {
            return why == null ? page(400, member, fields, null) : AdminQuestions.refused(request, why);
        }
        Outcome<UserInfo> opened = auth.admin().createServiceAccountAs(caller, account, reason);
        if (why != null) {
            return AdminQuestions.refused(request, why);
        }
        if (opened instanceof Outcome.Refused<UserInfo> refused) {
            return refused(request, member, fields, refused);
        }
        UserInfo added = opened.orElseThrow();
        request.say("service-account", added.id());
        return Reply.go(
                AdminPeople.isNamed(caller) ? page(caller, added.id()) : ServiceKeyPages.PATH + "?id=" + added.id());
    }

    /** Where the keys of an account are listed; to callers who may not read accounts, where accounts are opened. */
    static String page(Caller caller, UserId program) {
        return AdminPeople.isNamed(caller) ? "/admin/user?tab=ways&id=" + program : PATH;
    }

    private Reply refused(PageRequest request, Routes.Member member, Fields fields, Outcome.Refused<UserInfo> refused) {
        if (AdminQuestions.mayProve(refused.why())) {
            return request.toProve();
        }
        if (refused.why() == Refusal.INVALID_INPUT) {
            return page(400, member, fields.refuse(refused.problems()), null);
        }
        String sentence = Refusals.sentence(refused.why());
        return page(Refusals.status(sentence), member, fields, sentence);
    }

    static @Nullable Refusal refusal(Auth auth, Caller caller) {
        return auth.adminAuthorization()
                .refusal(caller, AdminPermission.PROGRAMS_MANAGE)
                .orElse(null);
    }
}
