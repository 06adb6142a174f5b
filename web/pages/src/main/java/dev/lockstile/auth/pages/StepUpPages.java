package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Step-up authentication by password, code, second factor or passkey before a sensitive step, and the deletion of the
 * own account.
 */
record StepUpPages(Auth auth, EntrySettings entry, Clock clock) {

    private static final String PROVE = "prove";
    private static final String DELETE = "delete";
    private static final String DELETE_PATH = "/account/delete";
    static final String COOKIE = "proof";
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.memberGet("/prove", (request, member) -> show(request, member, PROVE));
        routes.memberPost("/prove", this::prove);
        routes.memberPost("/prove/code", (request, member) -> sendCode(request, member, PROVE));
        routes.memberGet(DELETE_PATH, (request, member) -> show(request, member, DELETE));
        routes.memberPost(DELETE_PATH, this::delete);
        routes.memberPost("/account/delete/code", (request, member) -> sendCode(request, member, DELETE));
    }

    private Reply show(PageRequest request, Routes.Member member, String template) {
        return Reply.page(template, model(request, member, request.fields()));
    }

    private Map<String, Object> model(PageRequest request, Routes.Member member, Fields fields) {
        fields.suggest("next", request.next(request.site("/account")));
        List<String> methods = auth.secondFactors().stepUpMethods(member.caller());
        boolean recovery = methods.contains(FactorKind.RECOVERY_CODE.code());
        boolean passkey = methods.contains(FactorKind.PASSKEY.code());
        boolean both = recovery && (passkey || methods.contains(FactorKind.TOTP.code()));
        boolean typed = both && !request.param(SecondFactorPages.RECOVERY).isEmpty();
        boolean application = methods.contains(FactorKind.TOTP.code()) && !typed;
        return Map.of(
                "form",
                fields,
                "days",
                auth.ownAccount().deletionGrace().toDays(),
                "coded",
                PendingCode.read(request.cookies(), COOKIE).isPresent(),
                "factored",
                application || recovery,
                "lost",
                both && !typed,
                "application",
                application,
                "passkey",
                passkey && !typed);
    }

    private Reply sendCode(PageRequest request, Routes.Member member, String template) {
        Outcome<StepUp.Sent> result = auth.stepUp().requestCode(member.caller(), null, request.address());
        if (result instanceof Outcome.Done<StepUp.Sent> sent) {
            new PendingCode("", "", sent.value().challengeId(), clock.instant().getEpochSecond())
                    .keep(request.cookies(), COOKIE);
            request.say("code-sent");
            return template.equals(PROVE)
                    ? Reply.prove(SitePath.value(request.next(request.site("/account"))))
                    : Reply.go(DELETE_PATH);
        }
        Fields fields = request.fields();
        String why = result.refusal().orElseThrow().code();
        return Refusals.refused(template, fields, why, model(request, member, fields));
    }

    private Reply prove(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        FactorProof factor = factor(request, fields);
        Given given = factor == null ? Given.of(request, fields) : new Given("", Secret.of(""));
        if (!fields.isFine()) {
            return Reply.again(400, PROVE, model(request, member, fields));
        }
        Outcome<StepUp.Proven> result =
                factor == null ? byPasswordOrCode(member, given) : auth.stepUp().byFactor(member.caller(), factor);
        if (result instanceof Outcome.Done<StepUp.Proven> proven) {
            request.cookies().clear(COOKIE);
            request.session().renewAccess(proven.value().access());
            return Reply.leave(request.next(request.site("/account")));
        }
        Refusal why = result.refusal().orElseThrow();
        boolean passkey = factor instanceof FactorProof.Passkey && why == Refusal.INVALID_SECOND_FACTOR;
        String code = passkey ? Refusals.PASSKEY : why.code();
        return Refusals.refused(PROVE, fields, code, model(request, member, fields));
    }

    /** The second factor that the form shows; null where it shows a password or a sent code. */
    private static @Nullable FactorProof factor(PageRequest request, Fields fields) {
        String typed = fields.optional("factor", CODE_MAX);
        fields.suggest("factor", "");
        FactorProof code = typed == null ? null : SecondFactorPages.proof(typed);
        return PasskeyPages.shown(request).<FactorProof>map(Function.identity()).orElse(code);
    }

    private Outcome<StepUp.Proven> byPasswordOrCode(Routes.Member member, Given given) {
        return given.challenge().isEmpty()
                ? auth.stepUp().byPassword(member.caller(), given.secret())
                : auth.stepUp().byCode(member.caller(), given.challenge(), given.secret());
    }

    private Reply delete(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        Given given = Given.of(request, fields);
        if (!fields.checked("sure")) {
            fields.refuse("sure", "must_be_confirmed");
        }
        if (!fields.isFine()) {
            return Reply.again(400, DELETE, model(request, member, fields));
        }
        DeletionProof proof = given.challenge().isEmpty()
                ? new DeletionProof.Password(given.secret())
                : new DeletionProof.Code(given.challenge(), given.secret());
        Outcome<UserId> result = auth.ownAccount().delete(member.caller(), proof);
        if (result instanceof Outcome.Refused<UserId> refused) {
            Refusal why = refused.why();
            return why == Refusal.STEP_UP_REQUIRED
                    ? Reply.prove(request.site(DELETE_PATH))
                    : Refusals.refused(DELETE, fields, Refusals.sentence(why), model(request, member, fields));
        }
        request.signedOut();
        Duration grace = auth.ownAccount().deletionGrace();
        if (!grace.isZero()) {
            return DeletionPages.after(request, clock.instant().plus(grace), entry);
        }
        request.say("account-deleted");
        return entry.after(PageEnd.DELETION);
    }

    /**
     * What the person gave as a proof.
     *
     * @param challenge of the code; empty for a password
     */
    private record Given(String challenge, Secret secret) {

        static Given of(PageRequest request, Fields fields) {
            String code = fields.optional("code", CODE_MAX);
            fields.suggest("code", "");
            if (code == null) {
                return new Given("", fields.secret("password"));
            }
            String challenge = PendingCode.read(request.cookies(), COOKIE)
                    .map(pending -> String.valueOf(pending.challenge()))
                    .orElse("-");
            return new Given(challenge, Secret.of(code));
        }
    }
}
