package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RegistrationCookie;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opening an account, and proving its address. What only the server decides is ignored in a registration. */
record FastApiRegistration(Auth auth) {

    private static final String BAD_TOKEN = "VERIFY_USER_BAD_TOKEN";

    List<Route> routes() {
        return List.of(
                Route.post("register", this::register),
                Route.post("request-verify-token", this::requestToken),
                Route.post("verify", this::verify));
    }

    private Answer register(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String email = fields.required("email", ContactFields.IDENTIFIER_MAX);
        Secret password = fields.secret("password");
        fields.check();
        Registration.RegistrationClient client =
                new Registration.RegistrationClient(exchange.language(), exchange.address(), exchange.evidence());
        Outcome<Registration.Accepted> result = auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null), password, Person.UNKNOWN, true, client));
        if (result instanceof Outcome.Refused<Registration.Accepted> refused
                && refused.why() == Refusal.INVALID_INPUT) {
            return invalid(refused.problems(), exchange);
        }
        Registration.Accepted accepted = OutcomeErrors.value(result);
        Answer answer = Answer.of(201, UserRead.registered(email));
        return exchange.settings().cookies()
                ? RegistrationCookie.in(answer, exchange.request(), accepted.registration())
                : answer;
    }

    private static Answer invalid(List<FieldProblem> problems, Exchange exchange) {
        boolean passwordAlone =
                problems.stream().allMatch(problem -> problem.field().equals("password"));
        return passwordAlone
                ? FastApiAnswers.badPassword("REGISTER_INVALID_PASSWORD", problems, exchange.texts())
                : FastApiAnswers.unprocessable(problems, exchange.texts());
    }

    private Answer requestToken(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String email = fields.required("email", ContactFields.IDENTIFIER_MAX);
        fields.check();
        OutcomeErrors.value(auth.registrations().resendConfirmation(email, exchange.address()));
        return FastApiAnswers.nothing(202);
    }

    /** The password of the registration stays where its client shows that it registered, or shows the password. */
    private Answer verify(Exchange exchange) {
        RequestFields fields = exchange.fields();
        SentToken token = SentToken.of(fields);
        Secret password = fields.optionalSecret("password");
        fields.check();
        LinkProof proof = token.proof(exchange.address());
        Outcome<EmailConfirmation.Proven> result = auth.registrations()
                .confirmEmail(new EmailConfirmation(proof, exchange.cookies().registrationCookie(), password));
        return result.fold(
                proven -> exchange.cookies().confirmed(verified(token, proven.setPassword())),
                challenge -> FastApiAnswers.bad(BAD_TOKEN),
                FastApiRegistration::unproven);
    }

    private static Answer unproven(Outcome.Refused<EmailConfirmation.Proven> refused) {
        return switch (refused.why()) {
            case THROTTLED, BUSY -> throw OutcomeErrors.of(refused);
            default -> FastApiAnswers.bad(BAD_TOKEN);
        };
    }

    private Answer verified(SentToken token, @Nullable LinkProof setPassword) {
        JsonObject body =
                token.user(auth).flatMap(auth.admin()::find).map(UserRead::of).orElseGet(JsonObject::new);
        if (setPassword != null) {
            body.with("set_password_token", SentToken.joined(setPassword.uid(), setPassword.token()));
        }
        return Answer.of(200, body);
    }
}
