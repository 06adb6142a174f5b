package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.AccountRefusal;
import dev.lockstile.auth.account.DeletionProof;
import dev.lockstile.auth.account.DeletionResult;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.login.StepUpCodeResult;
import dev.lockstile.auth.login.StepUpResult;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.util.Map;

/** Proving again who one is before a sensitive step, by password or by a code; and the step that ends it all. */
record ProvePages(StepUp stepUp, OwnAccount account, Clock clock) {

    private static final String PROVE = "prove";
    private static final String DELETE = "delete";
    private static final String COOKIE = "proof";
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.memberGet("/prove", (visit, member) -> show(visit, PROVE));
        routes.memberPost("/prove", this::prove);
        routes.memberPost("/prove/code", (visit, member) -> sendCode(visit, member, PROVE));
        routes.memberGet("/account/delete", (visit, member) -> show(visit, DELETE));
        routes.memberPost("/account/delete", this::delete);
        routes.memberPost("/account/delete/code", (visit, member) -> sendCode(visit, member, DELETE));
    }

    private static Reply show(Visit visit, String template) {
        return Reply.page(template, model(visit, visit.fields()));
    }

    private static Map<String, Object> model(Visit visit, Fields fields) {
        fields.suggest("next", visit.next(visit.site("/account")));
        return Map.of(
                "form", fields, "coded", Asked.read(visit.cookies(), COOKIE).isPresent());
    }

    private Reply sendCode(Visit visit, Routes.Member member, String template) {
        StepUpCodeResult result = stepUp.requestCode(member.caller(), null, visit.address());
        if (result instanceof StepUpCodeResult.Sent sent) {
            new Asked("", "", sent.challengeId(), clock.instant().getEpochSecond()).keep(visit.cookies(), COOKIE);
            visit.say("code-sent");
            return Reply.go(
                    template.equals(PROVE) ? "/prove?next=" + visit.next(visit.site("/account")) : "/account/delete");
        }
        Fields fields = visit.fields();
        String why = ((StepUpCodeResult.Refused) result).why().code();
        return Refusals.refused(template, fields, why, model(visit, fields));
    }

    private Reply prove(Visit visit, Routes.Member member) {
        Fields fields = visit.fields();
        Given given = Given.of(visit, fields);
        if (!fields.isFine()) {
            return Reply.again(400, PROVE, model(visit, fields));
        }
        StepUpResult result = given.challenge().isEmpty()
                ? stepUp.byPassword(member.caller(), given.secret())
                : stepUp.byCode(member.caller(), given.challenge(), given.secret());
        if (result instanceof StepUpResult.Proven proven) {
            visit.cookies().clear(COOKIE);
            visit.session().renewAccess(proven.access());
            return Reply.leave(visit.next(visit.site("/account")));
        }
        String why = ((StepUpResult.Refused) result).why().code();
        return Refusals.refused(PROVE, fields, why, model(visit, fields));
    }

    private Reply delete(Visit visit, Routes.Member member) {
        Fields fields = visit.fields();
        Given given = Given.of(visit, fields);
        if (!fields.checked("sure")) {
            fields.refuse("sure", "must_be_confirmed");
        }
        if (!fields.isFine()) {
            return Reply.again(400, DELETE, model(visit, fields));
        }
        DeletionProof proof = given.challenge().isEmpty()
                ? new DeletionProof.Password(given.secret())
                : new DeletionProof.Code(given.challenge(), given.secret());
        DeletionResult result = account.delete(member.caller(), proof);
        if (result instanceof DeletionResult.Refused refused) {
            AccountRefusal why = refused.why();
            return Refusals.refused(DELETE, fields, why.code(), model(visit, fields));
        }
        visit.cookies().clear(COOKIE);
        visit.signedOut();
        visit.say("account-deleted");
        return Reply.go("/");
    }

    /**
     * What the person gave as a proof.
     *
     * @param challenge of the code; empty for a password
     */
    private record Given(String challenge, Secret secret) {

        static Given of(Visit visit, Fields fields) {
            String code = fields.optional("code", CODE_MAX);
            fields.suggest("code", "");
            if (code == null) {
                return new Given("", fields.secret("password"));
            }
            String challenge = Asked.read(visit.cookies(), COOKIE)
                    .map(asked -> String.valueOf(asked.challenge()))
                    .orElse("-");
            return new Given(challenge, Secret.of(code.replaceAll("[\\s-]", "")));
        }
    }
}
