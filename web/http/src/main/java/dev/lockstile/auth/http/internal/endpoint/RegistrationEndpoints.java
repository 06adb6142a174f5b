package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.http.internal.input.HostInput;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opening an account and proving its e-mail address. */
record RegistrationEndpoints(Services services, AccountPayload payload, Clock clock) {

    private static final String CONFIRM = "registration/account-confirmation-email";
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1900, 1, 1);
    private static final int UID_MAX = 320;
    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    List<Route> routes() {
        return List.of(
                Route.post("register", this::register),
                Route.post(CONFIRM, this::confirm),
                Route.post(CONFIRM + "/code", this::confirmByCode),
                Route.post(CONFIRM + "/resend", this::resend));
    }

    private Registrations registrations() {
        return services.registrations();
    }

    private Answer register(Exchange exchange) {
        RequestFields fields = exchange.fields();
        Registration.Identifiers identifiers = identifiers(fields);
        Secret password = fields.confirmedSecret("password");
        Person person = person(fields);
        boolean terms = fields.accepted("terms_and_conditions_accepted");
        HostValues own = HostInput.ofNew(fields, services.hostData().fields().registration());
        fields.check();
        Registration.RegistrationClient client =
                new Registration.RegistrationClient(exchange.language(), exchange.address(), exchange.evidence());
        Registration.Accepted accepted = OutcomeErrors.value(
                registrations().register(new Registration(identifiers, password, person, terms, client, own)));
        JsonObject body = new JsonObject().with("detail", exchange.texts().done("registered"));
        Secret secret = accepted.registration();
        body.with("registration", secret.reveal()).with("challenge_id", accepted.challengeId());
        return exchange.cookies().registered(Answer.of(201, body), secret);
    }

    private Answer confirm(Exchange exchange) {
        RequestFields fields = exchange.fields();
        LinkFields link = LinkFields.of(fields);
        Secret sent = fields.optionalSecret("registration");
        Secret password = fields.optionalSecret("password");
        fields.check();
        Secret registration = sent == null ? exchange.cookies().registrationCookie() : sent;
        Outcome<EmailConfirmation.Proven> result =
                registrations().confirmEmail(new EmailConfirmation(link.from(exchange), registration, password));
        return exchange.cookies().confirmed(confirmed(exchange, proven(result).setPassword()));
    }

    private Answer confirmByCode(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String challenge = fields.required("challenge_id", CHALLENGE_MAX);
        Secret code = Secret.of(fields.required("code", CODE_MAX));
        Secret sent = fields.optionalSecret("registration");
        Secret password = fields.optionalSecret("password");
        fields.check();
        Secret registration = sent == null ? exchange.cookies().registrationCookie() : sent;
        Outcome<EmailConfirmation.Proven> result = registrations()
                .confirmEmailByCode(new EmailConfirmation.ByCode(
                        challenge,
                        code,
                        exchange.address(),
                        new EmailConfirmation.ByCode.Registrant(registration, password)));
        if (result.isRefused(Refusal.INVALID_LINK)) {
            throw new RefusalException(ErrorCode.INVALID_CODE);
        }
        return exchange.cookies().confirmed(confirmed(exchange, proven(result).setPassword()));
    }

    /** An account without a password now gets what sets one: a link of a reset, which no message has to bring. */
    private static Answer confirmed(Exchange exchange, @Nullable LinkProof setPassword) {
        if (setPassword == null) {
            return Answer.detail(exchange.texts().done("confirmed"));
        }
        JsonObject link = new JsonObject()
                .with("uid", setPassword.uid())
                .with("token", setPassword.token().reveal());
        return Answer.of(
                200,
                new JsonObject()
                        .with("detail", exchange.texts().done("confirmed_without_password"))
                        .with("set_password", link));
    }

    private static EmailConfirmation.Proven proven(Outcome<EmailConfirmation.Proven> result) {
        if (result.isRefused(Refusal.WRONG_PASSWORD)) {
            throw OutcomeErrors.field("password", "not_of_registration");
        }
        return OutcomeErrors.value(result);
    }

    private Answer resend(Exchange exchange) {
        RequestFields fields = exchange.fields();
        String email = fields.required("email", IDENTIFIER_MAX);
        fields.check();
        String challenge = OutcomeErrors.value(registrations().resendConfirmation(email, exchange.address()));
        JsonObject body = new JsonObject().with("detail", exchange.texts().done("resent"));
        return Answer.of(200, payload.constant(body, "email_sent", true).with("challenge_id", challenge));
    }

    /** What a link of ours carries, as the page that it leads to posts it. */
    record LinkFields(String uid, Secret token) {

        static LinkFields of(RequestFields fields) {
            return new LinkFields(fields.required("uid", UID_MAX), fields.secret("token"));
        }

        LinkProof from(Exchange exchange) {
            return new LinkProof(uid, token, exchange.address());
        }
    }

    private static Registration.Identifiers identifiers(RequestFields fields) {
        String email = fields.optional("email", IDENTIFIER_MAX);
        String phone = fields.optional("phone", IDENTIFIER_MAX);
        if (email == null && phone == null) {
            // Whether a phone alone is enough, the service's settings say.
            fields.refuseUnlessRefused("email", "required");
        }
        return new Registration.Identifiers(email, phone, fields.optional("username", IDENTIFIER_MAX));
    }

    private Person person(RequestFields fields) {
        LocalDate today = LocalDate.now(clock);
        return new Person(
                fields.required("first_name", 100),
                fields.optional("last_name_1", 150),
                fields.optional("last_name_2", 150),
                fields.date("birthday", FIRST_BIRTHDAY, today),
                fields.optional("gender", 50));
    }
}
