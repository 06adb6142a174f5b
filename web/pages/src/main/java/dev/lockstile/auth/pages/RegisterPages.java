package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opening an account, and proving its e-mail address by the link in the message. */
record RegisterPages(
        Registrations registrations,
        OwnFields own,
        PasswordEntry entry,
        RegistrationSent sent,
        boolean oneName,
        boolean bySites,
        Clock clock) {

    static final String COOKIE = "registration";

    private static final String TEMPLATE = "register";
    private static final String SENT = RegistrationSent.TEMPLATE;
    private static final String CONFIRM = "confirm";
    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final int IDENTIFIER_MAX = 320;
    private static final int NAME_MAX = 100;

    void add(Routes routes) {
        routes.guestGet("/register", request -> Reply.page(TEMPLATE, form(request)));
        routes.post("/register", this::register);
        routes.post("/register/resend", this::resend);
        routes.page("/register/resend", "/register/sent");
        routes.get("/confirm", this::showConfirm);
        routes.post("/confirm", this::confirm);
    }

    private Reply register(PageRequest request) {
        Fields fields = request.fields();
        String email = fields.optional("email", IDENTIFIER_MAX);
        String phone = fields.optional("phone", IDENTIFIER_MAX);
        Person person = person(fields);
        Secret password = fields.secretOnceOrTwice("password");
        boolean terms = fields.checked("terms");
        HostValues host = own.read(fields);
        if (email == null && phone == null) {
            fields.refuse("email", "email_or_phone");
        }
        boolean complete = fields.isFine();
        Outcome<Registration.Accepted> result = registrations.register(new Registration(
                new Registration.Identifiers(email, phone, null),
                password,
                person,
                terms && complete, // a form with an error of its own is refused, with all that is wrong in it
                new Registration.RegistrationClient(request.language(), request.address(), request.evidence()),
                host));
        if (result instanceof Outcome.Refused<Registration.Accepted> refused) {
            Map<String, String> names = new HashMap<>(own.names());
            names.put("terms_and_conditions_accepted", "terms");
            names.put("first_name", oneName ? "name" : "first_name");
            fields.refuse(
                    refused.problems().stream()
                            .filter(problem -> !terms || !problem.field().equals("terms_and_conditions_accepted"))
                            .toList(),
                    names);
            return complete
                    ? Refusals.of(TEMPLATE, fields, refused, form(request))
                    : Refusals.invalid(TEMPLATE, fields, form(request));
        }
        Registration.Accepted accepted = result.orElseThrow();
        request.cookies().set(COOKIE, accepted.registration().reveal(), LINK_LIFE);
        request.keepNext();
        sent.keep(request, accepted.challengeId(), email == null ? "" : email, true);
        KnownLogin.keep(request.cookies(), email == null ? String.valueOf(phone) : email);
        return accepted(request, email, phone);
    }

    private Person person(Fields fields) {
        return oneName
                ? new Person(fields.required("name", NAME_MAX), null, null, null, null)
                : new Person(
                        fields.required("first_name", NAME_MAX),
                        fields.optional("last_name_1", NAME_MAX),
                        fields.optional("last_name_2", NAME_MAX),
                        null,
                        null);
    }

    private Map<String, Object> form(PageRequest request) {
        return Map.of("own", own.shown(request.texts()), "bySites", bySites);
    }

    /** By e-mail a link comes, by phone a code to sign in with. */
    private Reply accepted(PageRequest request, @Nullable String email, @Nullable String phone) {
        if (email == null && phone != null) {
            new PendingCode("phone", phone, null, clock.instant().getEpochSecond())
                    .keep(request.cookies(), CodePages.COOKIE);
            return Reply.go(request.onward("/code/verify"));
        }
        return Reply.go(request.onward("/register/sent"));
    }

    private Reply resend(PageRequest request) {
        Fields fields = request.fields();
        String email = fields.required("email", IDENTIFIER_MAX);
        if (!fields.isFine()) {
            return Refusals.invalid(SENT, fields, sent.shown(request));
        }
        Outcome<String> result = registrations.resendConfirmation(email, request.address());
        if (result instanceof Outcome.Refused<String> refused) {
            return Refusals.of(SENT, fields, refused, sent.shown(request));
        }
        KnownLogin.keep(request.cookies(), email);
        sent.keep(request, result.orElseThrow(), email);
        request.say("resent");
        return Reply.go(request.onward("/register/sent"));
    }

    /** Opening the page changes nothing, so that a mail scanner that follows links confirms no address. */
    private Reply showConfirm(PageRequest request) {
        return registrations.recipientOf(proof(request)).isPresent()
                ? Reply.page(CONFIRM, shown(request))
                : Reply.page("confirm-over", Map.of("form", request.fields()));
    }

    private static LinkProof proof(PageRequest request) {
        return new LinkProof(request.param("uid"), Secret.of(request.param("token")), request.address());
    }

    /**
     * The browser that registered confirms with one button. Any other one is asked for the password of the
     * registration; who does not know it goes on without, and chooses a new one on the next page.
     */
    private Reply confirm(PageRequest request) {
        Fields fields = request.fields();
        boolean typing = !request.param("by_password").isEmpty();
        Secret password = typing ? fields.secret("password") : null;
        if (!fields.isFine()) {
            return again(request, fields);
        }
        String cookie = request.cookies().get(COOKIE);
        Optional<String> address = registrations.recipientOf(proof(request));
        Outcome<EmailConfirmation.Proven> result = registrations.confirmEmail(
                new EmailConfirmation(proof(request), cookie == null ? null : Secret.of(cookie), password));
        if (result.isRefused(Refusal.WRONG_PASSWORD)) {
            fields.refuse("password", "not_of_registration");
            return again(request, fields);
        }
        if (result instanceof Outcome.Refused<EmailConfirmation.Proven> refused) {
            return Refusals.of(CONFIRM, fields, refused, shown(request));
        }
        return proven(request, result.orElseThrow().setPassword(), address.orElse(""), password);
    }

    /** A password that was typed signs in; else the sign-in page has the address in its field. */
    private Reply proven(
            PageRequest request, @Nullable LinkProof setPassword, String address, @Nullable Secret password) {
        if (setPassword == null && password != null && request.caller() == null) {
            request.cookies().clear(COOKIE);
            return entry.enter(request, new PasswordEntry.Typed(address, password), null, PageEnd.CONFIRMATION);
        }
        KnownLogin.keep(request.cookies(), address);
        return proven(request, setPassword);
    }

    static Reply proven(PageRequest request, @Nullable LinkProof setPassword) {
        request.cookies().clear(COOKIE);
        if (setPassword != null) {
            request.say("confirmed-choose");
            return Reply.go("/reset?uid=" + setPassword.uid() + "&token="
                    + setPassword.token().reveal());
        }
        request.say("confirmed");
        return request.caller() == null ? request.onToSignIn() : Reply.go("/account");
    }

    private static Reply again(PageRequest request, Fields fields) {
        Map<String, Object> model = new HashMap<>(shown(request));
        model.put("form", fields);
        return Reply.again(400, CONFIRM, model);
    }

    private static Map<String, Object> shown(PageRequest request) {
        return Map.of(
                "uid", request.param("uid"),
                "token", request.param("token"),
                "registeredHere", request.cookies().get(COOKIE) != null,
                "form", request.fields());
    }
}
