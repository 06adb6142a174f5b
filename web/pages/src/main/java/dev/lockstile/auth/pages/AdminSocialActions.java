package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialAdministration.Account;
import dev.lockstile.auth.social.SocialAdministration.Owner;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's accounts at other sites, as a superuser sees and changes them. A change needs a recent proof and a reason,
 * and none works on the account of a superuser.
 */
record AdminSocialActions(Auth auth, AdminQuestions questions) {

    void add(Routes routes) {
        if (!auth.social().providers().isEmpty()) {
            act(routes, "unlink", auth.socialAdministration()::unlinkAs);
            act(routes, "resume", auth.socialAdministration()::resumeAs);
        }
    }

    private void act(Routes routes, String name, Change change) {
        questions.serve(routes, "social/" + name, name, (request, caller, user, reason) -> {
            Outcome<Boolean> result = change.of(caller, Owner.of(user), request.param("account"), reason);
            return told(request, name, user, result);
        });
    }

    private static Reply told(PageRequest request, String name, UserId user, Outcome<Boolean> result) {
        if (result instanceof Outcome.Refused<Boolean> refused) {
            return refused(request, refused.why());
        }
        request.say("user-" + name, user);
        return Reply.go("/admin/user?tab=ways&id=" + user);
    }

    private static Reply refused(PageRequest request, Refusal why) {
        return switch (why) {
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED -> request.toProve();
            case FORBIDDEN -> Reply.error(403, "superuser-account");
            case LAST_SIGN_IN_METHOD -> Reply.error(409, "last-way-in");
            case SOCIAL_NOT_SUSPENDED -> Reply.error(409, "unchanged");
            default -> Reply.error(404, "not-found");
        };
    }

    /** For templates; nothing of a deleted account, and where the host serves no other sites. */
    static List<Map<String, @Nullable Object>> linked(Auth auth, UserId user) {
        return auth.socialAdministration().accounts(Owner.of(user)) instanceof Outcome.Done<List<Account>> done
                ? done.value().stream().map(AdminSocialActions::shown).toList()
                : List.of();
    }

    private static Map<String, @Nullable Object> shown(Account account) {
        Map<String, @Nullable Object> shown = new HashMap<>(TemplateValues.linked(account.linked()));
        shown.put("proven", account.linked().emailVerified());
        shown.put("used", account.linked().lastLoginAt());
        shown.put("suspended", account.suspended());
        return shown;
    }

    @FunctionalInterface
    private interface Change {
        Outcome<Boolean> of(Caller caller, Owner owner, String account, String reason);
    }
}
