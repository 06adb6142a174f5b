package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.util.List;

/**
 * New recovery codes in the place of those there are. The person proves again who they are before the page asks, and
 * the codes stand in the answer to the form alone.
 */
record RecoveryCodePages(SecondFactors factors, StepUp stepUp, AccountView account) {

    private static final String PATH = "/account/recovery-codes";

    void add(Routes routes) {
        routes.memberGet(PATH, this::show);
        routes.memberPost(PATH, this::renew);
    }

    private Reply show(PageRequest request, Routes.Member member) {
        return stepUp.isRecent(member.caller())
                ? Reply.page("recovery-codes-renew", account.of(member))
                : Reply.prove(request.site(PATH));
    }

    private Reply renew(PageRequest request, Routes.Member member) {
        Outcome<List<Secret>> result = factors.renewRecoveryCodes(member.caller());
        if (result instanceof Outcome.Refused<List<Secret>> refused) {
            return account.refused(request, member, refused, PATH);
        }
        Fields fields = request.fields();
        fields.suggest("next", request.site("/account"));
        return ShownOnce.codes(fields, result.orElseThrow());
    }
}
