package dev.lockstile.auth.pages;

import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialResult;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The own account at a glance, for its template. */
record AccountView(Sessions sessions, SocialLogin social) {

    Map<String, @Nullable Object> of(Routes.Member member) {
        List<LinkedAccount> linked = linked(member.caller());
        List<String> taken = linked.stream().map(LinkedAccount::provider).toList();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("user", TemplateValues.user(member.me()));
        model.put("profiles", TemplateValues.profiles(member.me()));
        model.put("sessions", TemplateValues.sessions(sessions.list(member.caller())));
        model.put("linked", linked.stream().map(TemplateValues::linked).toList());
        model.put(
                "linkable",
                SiteName.all(social.providers().stream()
                        .filter(site -> !taken.contains(site))
                        .toList()));
        return model;
    }

    /** None where the host serves no sign-in with other sites. */
    private List<LinkedAccount> linked(Caller caller) {
        return !social.providers().isEmpty()
                        && social.accounts(caller) instanceof SocialResult.Done<List<LinkedAccount>> done
                ? done.value()
                : List.of();
    }
}
