package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The own account at a glance, for its template. */
record AccountView(Auth auth, OwnFactors factors) {

    AccountView(Auth auth) {
        this(auth, new OwnFactors(auth.secondFactors(), auth.secondFactors().served()));
    }

    Map<String, @Nullable Object> of(Routes.Member member) {
        List<LinkedAccount> linked = linked(member.caller());
        List<String> taken = linked.stream().map(LinkedAccount::provider).toList();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("user", TemplateValues.user(member.me()));
        model.put("profiles", TemplateValues.profiles(member.me()));
        model.put("sessions", TemplateValues.sessions(auth.sessions().list(member.caller())));
        model.put("linked", linked.stream().map(TemplateValues::linked).toList());
        model.put(
                "linkable",
                TemplateValues.sites(auth.social().providers().stream()
                        .filter(site -> !taken.contains(site))
                        .toList()));
        model.put(
                "ownPasskeys",
                passkeys(member.caller()).stream().map(TemplateValues::passkey).toList());
        model.put("factors", factors.of(member.caller()));
        model.put("days", auth.ownAccount().deletionGrace().toDays());
        model.put("apiKeys", auth.apiKeys().isServed());
        model.put("activity", auth.activity().isServed());
        return model;
    }

    /** What a second factor was refused for: the page to go to first, or the account again with a sentence. */
    Reply refused(PageRequest request, Routes.Member member, Outcome.Refused<?> refused, String next) {
        Refusal why = refused.why();
        if (why == Refusal.NOT_FOUND || why == Refusal.TOTP_OFF) {
            return Reply.error(404, "not-found");
        }
        Reply.Go way = OwnPasskeyPages.way(request, why, next);
        return way == null ? again(request, member, refused, Refusals.factor(why)) : way;
    }

    /** The account again with the sentence of a refusal. */
    Reply again(PageRequest request, Routes.Member member, Outcome.Refused<?> refused, String code) {
        return Refusals.refused("account", request.fields(), code, Refusals.withRetry(refused.retryAt(), of(member)));
    }

    /** None where the host serves no passkeys. */
    List<PasskeyState> passkeys(Caller caller) {
        return auth.passkeyLogin().isServed()
                        && auth.ownPasskeys().list(caller) instanceof Outcome.Done<List<PasskeyState>> done
                ? done.value()
                : List.of();
    }

    /** None where the host serves no sign-in with other sites. */
    private List<LinkedAccount> linked(Caller caller) {
        return !auth.social().providers().isEmpty()
                        && auth.social().accounts(caller) instanceof Outcome.Done<List<LinkedAccount>> done
                ? done.value()
                : List.of();
    }
}
