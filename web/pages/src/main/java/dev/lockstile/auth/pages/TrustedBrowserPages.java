package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.outcome.Outcome;
import java.util.Map;

/**
 * Trusting browsers no more, one or all; the account page lists them. It takes rights away, so no proof is asked for.
 */
record TrustedBrowserPages(SecondFactors factors, AccountView account) {

    private static final String ACCOUNT = "/account";
    private static final String ALL = "/account/trusted-browsers/forget-all";

    void add(Routes routes) {
        routes.memberPost("/account/trusted-browsers/forget", this::forget);
        routes.memberGet(
                ALL,
                (request, member) -> Question.own("browsers", ALL, Map.of()).page());
        routes.memberPost(ALL, this::forgetAll);
    }

    private Reply forget(PageRequest request, Routes.Member member) {
        if (factors.forgetBrowser(member.caller(), request.param("id")) instanceof Outcome.Refused<Boolean> refused) {
            return account.refused(request, member, refused, ACCOUNT);
        }
        request.say("browser-forgotten");
        return Reply.go(ACCOUNT);
    }

    private Reply forgetAll(PageRequest request, Routes.Member member) {
        if (factors.forgetBrowsers(member.caller()) instanceof Outcome.Refused<Integer> refused) {
            return account.refused(request, member, refused, ACCOUNT);
        }
        request.forgetTrust();
        request.say("browsers-forgotten");
        return Reply.go(ACCOUNT);
    }
}
