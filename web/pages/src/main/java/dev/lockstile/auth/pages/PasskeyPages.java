package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with a passkey alone, and what the script of the pages asks before it shows or makes one: the answer is
 * JSON, and what the browser made comes back in a form like every other. Nothing begins by opening a page.
 */
record PasskeyPages(Auth auth) {

    private static final String SIGN_IN = "sign-in";
    private static final String SIGN_IN_PATH = "/sign-in";

    void add(Routes routes) {
        routes.post(
                "/passkey/sign-in",
                request -> asked(request, auth.passkeyLogin().begin(request.address())));
        routes.post("/passkey/second-factor", this::secondFactor);
        routes.memberPost(
                "/passkey/prove",
                (request, member) -> asked(request, auth.ownPasskeys().beginStepUp(member.caller()), "/account"));
        routes.memberPost(
                "/passkey/add",
                (request, member) ->
                        asked(request, auth.ownPasskeys().begin(member.caller()), OwnPasskeyPages.ADD_PATH));
        routes.post("/sign-in/passkey", this::signIn);
        routes.page("/passkey/sign-in", SIGN_IN_PATH);
        routes.page("/passkey/second-factor", "/second-factor");
        routes.page("/passkey/prove", "/prove");
        routes.page("/passkey/add", OwnPasskeyPages.ADD_PATH);
    }

    /** What the browser made, of a form that the script filled; empty where it is none. */
    static Optional<FactorProof.Passkey> shown(PageRequest request) {
        String credential = request.param("credential");
        return credential.isEmpty()
                ? Optional.empty()
                : Optional.of(new FactorProof.Passkey(request.param("ceremony"), credential));
    }

    private Reply signIn(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        FactorProof.Passkey shown = shown(request).orElseGet(() -> new FactorProof.Passkey("", ""));
        Outcome<SignIn> result = auth.passkeyLogin().finish(new PasskeyLogin.Attempt(shown, request.client()));
        return SignInReply.of(
                request,
                result,
                () -> request.next(request.landing()),
                refused -> Refusals.refused(SIGN_IN, fields, sentence(refused)));
    }

    /** Why a passkey is refused is told to no client. */
    private static String sentence(Outcome.Refused<?> refused) {
        return refused.why() == Refusal.THROTTLED ? refused.why().code() : Refusals.PASSKEY;
    }

    private Reply secondFactor(PageRequest request) {
        PendingFactor pending = PendingFactor.read(request.cookies()).orElse(null);
        if (pending == null) {
            return refused(request, Refusals.PASSKEY, null, SIGN_IN_PATH);
        }
        PasskeyLogin login = auth.passkeyLogin();
        return asked(
                request,
                pending.enrols()
                        ? login.beginEnrolment(pending.challenge())
                        : login.beginSecondFactor(pending.challenge()));
    }

    private static Reply asked(PageRequest request, Outcome<PasskeyCeremony> result) {
        return result instanceof Outcome.Refused<PasskeyCeremony> refused
                ? refused(request, sentence(refused), refused.retryAt(), null)
                : new Reply.Json(200, PasskeyOptions.json(result.orElseThrow()));
    }

    /** @param next the page to go on with, once the person has proven again who they are */
    private static Reply asked(PageRequest request, Outcome<PasskeyCeremony> result, String next) {
        if (result instanceof Outcome.Refused<PasskeyCeremony> refused) {
            Refusal why = refused.why();
            Reply.Go way = OwnPasskeyPages.way(request, why, next);
            return refused(request, Refusals.passkey(why), refused.retryAt(), way == null ? null : way.path());
        }
        return new Reply.Json(200, PasskeyOptions.json(result.orElseThrow()));
    }

    /** In words for the script to show, and the page to go to, where going there helps. */
    private static Reply refused(PageRequest request, String code, @Nullable Instant retryAt, @Nullable String path) {
        String go = path == null ? "null" : PasskeyOptions.text(request.site(path));
        String said = retryAt != null && code.equals(Refusal.THROTTLED.code())
                ? request.texts().say("refused.throttledUntil", request.times().until(retryAt))
                : request.texts().say("refused." + code);
        String problem = PasskeyOptions.text(said);
        return new Reply.Json(Refusals.status(code), "{\"problem\":" + problem + ",\"go\":" + go + "}");
    }
}
