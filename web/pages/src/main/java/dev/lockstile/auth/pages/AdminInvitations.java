package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.InvitationAdministration.Invitation;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of invitations that wait, with the form by which staff invite a person. */
record AdminInvitations(Auth auth, AdminShell shell) {

    static final String NAME = "invitations";

    private static final String PATH = "/admin/" + NAME;
    private static final int HTTP_OK = 200;
    private static final int TEXT_MAX = 320;
    private static final int ROLE_MAX = 30;
    private static final Map<String, String> FIELDS = Map.of("email", "recipient", "phone", "recipient");

    void add(Routes routes) {
        routes.adminGet(PATH, AdminPermission.USERS_READ, this::show);
        routes.memberPost(PATH, this::invite);
        routes.keeps(PATH, List.of("recipient", "role", "reason"));
    }

    private Reply show(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        fields.suggest("role", "");
        return page(200, member, fields, null);
    }

    private Reply page(int status, Routes.Member member, Fields fields, @Nullable String refused) {
        Caller caller = member.caller();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", NAME);
        model.put("form", fields);
        model.put("refused", refused);
        model.put("invites", AdminShell.may(caller, AdminPermission.USERS_CREATE));
        model.put("assigns", AdminShell.may(caller, AdminPermission.ROLES_ASSIGN));
        model.put("roles", rolesOfPeople());
        List<Map<String, Object>> waiting = open(auth, caller).toList();
        model.put("invitations", waiting);
        boolean typed = fields.getValues().values().stream().anyMatch(text -> !text.isEmpty());
        model.put("open", waiting.isEmpty() || typed || status != HTTP_OK);
        return shell.page(status, member, "admin-invitations", model);
    }

    private List<String> rolesOfPeople() {
        return auth.roles().list().stream()
                .filter(role -> !role.program())
                .map(RoleInfo::name)
                .toList();
    }

    /** The open ones, for templates; none for callers who may not see them. */
    static Stream<Map<String, Object>> open(Auth auth, Caller caller) {
        return auth.admin().invitations(caller).toOptional().stream()
                .flatMap(List::stream)
                .map(AdminInvitations::shown);
    }

    private static Map<String, Object> shown(Invitation invitation) {
        return Map.of(
                "id",
                invitation.user().toString(),
                "recipient",
                invitation.recipient(),
                "sent",
                invitation.sentAt(),
                "until",
                invitation.validUntil());
    }

    /** The service refuses who may not invite, so that the attempt stands in the audit trail. */
    private Reply invite(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        AccountDraft draft = draft(fields);
        String reason = AdminQuestions.reason(fields);
        Caller caller = member.caller();
        Refusal why = auth.adminAuthorization()
                .refusal(caller, AdminPermission.USERS_CREATE)
                .orElse(null);
        if (!fields.isFine()) {
            return why == null ? page(400, member, fields, null) : AdminQuestions.refused(request, why);
        }
        Outcome<UserInfo> invited = auth.admin().inviteAs(caller, draft, Invitation.USUAL_LIFE, reason);
        if (why != null) {
            return AdminQuestions.refused(request, why);
        }
        return invited instanceof Outcome.Refused<UserInfo> refused
                ? refused(request, member, fields, refused)
                : told(request, invited.orElseThrow());
    }

    private static AccountDraft draft(Fields fields) {
        String recipient = fields.required("recipient", TEXT_MAX);
        String role = fields.optional("role", ROLE_MAX);
        AccountDraft draft =
                recipient.contains("@") ? AccountDraft.ofEmail(recipient) : AccountDraft.ofPhone(recipient);
        return role == null ? draft : draft.withRole(role);
    }

    private static Reply told(PageRequest request, UserInfo added) {
        request.say("user-invite", added.id());
        return Reply.go("/admin/user?id=" + added.id());
    }

    private Reply refused(PageRequest request, Routes.Member member, Fields fields, Outcome.Refused<UserInfo> refused) {
        if (AdminQuestions.mayProve(refused.why())) {
            return request.toProve();
        }
        if (refused.why() == Refusal.INVALID_INPUT) {
            return page(400, member, fields.refuse(refused.problems(), FIELDS), null);
        }
        String sentence = Refusals.sentence(refused.why());
        return page(Refusals.status(sentence), member, fields, sentence);
    }
}
