package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form for a new key of a service account, and for another secret of one that it has; the secret is shown once. */
record ServiceKeyPages(Auth auth, AdminLists lists, AdminShell shell) {

    static final String PATH = "/admin/user/service-key";
    private static final int NAME_MAX = 64;
    private static final Set<Refusal> GONE =
            Set.of(Refusal.NOT_FOUND, Refusal.ACCOUNT_UNAVAILABLE, Refusal.API_KEYS_OFF);

    void add(Routes routes) {
        routes.adminGet(PATH, AdminPermission.PROGRAMS_MANAGE, (request, member) -> {
            Fields fields = request.fields();
            fields.suggest("name", "");
            return page(200, request, member, fields, null);
        });
        routes.memberPost(PATH, this::issue);
        routes.keeps(PATH, List.of("name", ApiKeyPages.DAYS, "reason"));
    }

    /** Whether the account is one of a program; asks nothing where the host has none. */
    static boolean isProgram(Auth auth, UserId user) {
        return ServiceAccountPages.areServed(auth)
                && auth.admin()
                        .find(user)
                        .map(UserInfo::status)
                        .filter(UserInfo.Status::program)
                        .isPresent();
    }

    private Reply page(int status, PageRequest request, Routes.Member member, Fields fields, @Nullable String refused) {
        UserId user = auth.userId(request.param("id")).orElse(null);
        if (user == null) {
            return Reply.error(404, "not-found");
        }
        if (!isProgram(auth, user)) {
            return Reply.error(409, "unchanged");
        }
        List<String> chosen = ApiKeyPages.chosen(request);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", ServiceAccountPages.NAME);
        model.put("id", user.toString());
        model.put("back", ServiceAccountPages.page(member.caller(), user));
        model.put("key", request.param("account"));
        model.put("whom", name(user));
        model.put(
                "scopes",
                new TreeSet<>(auth.apiKeys()
                                .scopesAs(member.caller(), user)
                                .toOptional()
                                .orElse(Set.of()))
                        .stream()
                                .map(scope -> Map.of("name", scope, "on", chosen.contains(scope)))
                                .toList());
        model.put(
                "lives",
                ApiKeyPages.lives(
                        auth.apiKeys().life(), fields, request.times().clock().instant()));
        model.put("form", fields);
        model.put("refused", refused);
        return shell.page(status, member, "admin-service-key", model);
    }

    /** The service refuses who may not make keys, so that the attempt stands in the audit trail. */
    private Reply issue(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        String key = request.param("account");
        boolean rotates = !key.isEmpty() && fields.optional("name", NAME_MAX) == null;
        String name = rotates ? "" : fields.required("name", NAME_MAX);
        Duration life = ApiKeyPages.life(fields);
        String reason = AdminQuestions.reason(fields);
        Caller caller = member.caller();
        Optional<UserId> user = auth.userId(request.param("id"));
        Refusal why = ServiceAccountPages.refusal(auth, caller);
        if (user.isEmpty()) {
            return Reply.error(404, "not-found");
        }
        if (!fields.isFine()) {
            return why == null ? page(400, request, member, fields, null) : AdminQuestions.refused(request, why);
        }
        Set<String> scopes = ApiKeyPages.chosen(request).stream().collect(Collectors.toUnmodifiableSet());
        Outcome<ApiKey.Issued> issued = rotates
                ? auth.apiKeys().rotateAs(caller, new ApiKey.Owned(user.get(), key), life, reason)
                : auth.apiKeys().createAs(caller, user.get(), new ApiKey.Draft(name, scopes, life), reason);
        if (why != null) {
            return AdminQuestions.refused(request, why);
        }
        return issued instanceof Outcome.Refused<ApiKey.Issued> refused
                ? refused(request, member, fields, refused)
                : made(member, user.get(), issued.orElseThrow());
    }

    private Reply made(Routes.Member member, UserId user, ApiKey.Issued issued) {
        Map<String, @Nullable Object> model = new HashMap<>(
                ApiKeyPages.shown(issued, auth.apiKeys(), ServiceAccountPages.page(member.caller(), user)));
        model.put("list", ServiceAccountPages.NAME);
        model.put("whom", name(user));
        return shell.page(member, "admin-service-key-made", model);
    }

    private String name(UserId user) {
        return new AdminUsers(lists).row(user).map(AdminUsers::name).orElse(user.toString());
    }

    private Reply refused(
            PageRequest request, Routes.Member member, Fields fields, Outcome.Refused<ApiKey.Issued> refused) {
        if (AdminQuestions.mayProve(refused.why())) {
            return request.toProve();
        }
        if (GONE.contains(refused.why())) {
            return Reply.error(409, "unchanged");
        }
        if (refused.why() == Refusal.INVALID_INPUT) {
            return page(400, request, member, fields.refuse(refused.problems()), null);
        }
        String sentence = Refusals.sentence(refused.why());
        return page(Refusals.status(sentence), request, member, fields, sentence);
    }
}
