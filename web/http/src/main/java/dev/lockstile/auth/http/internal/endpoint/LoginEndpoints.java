package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.http.internal.input.ClientFields;
import dev.lockstile.auth.http.internal.input.Form;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.LoginService.ProfileSwitch;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.List;

/** Signing in with a password, and acting in another profile. */
record LoginEndpoints(Services services, AccountPayload payload) {

    private static final int KEY_MAX = 100;

    List<Route> routes() {
        return List.of(Route.post("profile/switch", this::switchProfile));
    }

    List<Route> passwordRoutes() {
        return List.of(Route.post("login/basic", this::signIn));
    }

    private Answer signIn(Exchange exchange) {
        Form form = exchange.form();
        String login = form.required("login", IDENTIFIER_MAX);
        Secret password = form.secret("password");
        ClientFields client = ClientFields.of(form);
        form.check();
        LoginResult result = services.login().signIn(new PasswordLogin(login, password, exchange.client(client)));
        SignIn in = signIn(result, exchange);
        return exchange.signedIn(Answer.of(200, payload.of(in, client.kind())), client.kind(), in);
    }

    private Answer switchProfile(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        Form form = exchange.form();
        String key = form.key("profile", KEY_MAX);
        ClientFields client = ClientFields.of(form);
        Secret refresh = form.optionalSecret("refresh");
        form.check();
        ProfileId profile =
                services.profileId().apply(key).orElseThrow(() -> new RefusalException(ErrorCode.PROFILE_NOT_FOUND));
        ProfileSwitch request = new ProfileSwitch(
                profile, exchange.client(client), refresh == null ? exchange.refreshCookie() : refresh);
        LoginResult result = services.login().switchProfile(caller, request);
        if (result instanceof LoginResult.Refused refused && refused.why() == LoginResult.Refusal.STEP_UP_REQUIRED) {
            throw SecondFactorRefusals.stepUp(services.secondFactors(), caller);
        }
        SignIn in = signIn(result, exchange);
        return exchange.switched(Answer.of(200, payload.of(in, client.kind())), client.kind(), in);
    }

    private static SignIn signIn(LoginResult result, Exchange exchange) {
        if (result instanceof LoginResult.SignedIn in) {
            return in.signIn();
        }
        if (result instanceof LoginResult.SecondFactorRequired wanted) {
            throw SecondFactorRefusals.required(wanted.challenge(), exchange);
        }
        LoginResult.Refused refused = (LoginResult.Refused) result;
        throw switch (refused.why()) {
            case INVALID_CREDENTIALS -> new RefusalException(ErrorCode.INVALID_CREDENTIALS);
            case DEVICE_REQUIRED -> new InvalidInputException(List.of(FieldProblem.of("device", "required")));
            case PROFILE_NOT_FOUND -> new RefusalException(ErrorCode.PROFILE_NOT_FOUND);
            case STEP_UP_REQUIRED -> new RefusalException(ErrorCode.STEP_UP_REQUIRED);
            case SESSION_ENDED -> new RefusalException(ErrorCode.INVALID_TOKEN);
            case HUMAN_CHECK_REQUIRED -> RefusalException.humanCheck(refused.challenge());
            case THROTTLED -> new RefusalException(ErrorCode.THROTTLED, refused.retryAt());
            case BUSY -> new RefusalException(ErrorCode.BUSY, refused.retryAt());
        };
    }
}
