package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The own profiles: adding, changing, acting in another one. Another user's profile is not there. */
record ProfilePages(Auth auth, OwnFields own) {

    private static final String TEMPLATE = "profile";
    private static final int NAME_MAX = 100;
    private static final int LABEL_MAX = 80;

    void add(Routes routes) {
        routes.memberGet("/account/profile", this::show);
        routes.memberPost("/account/profile", this::save);
        List<String> typed = new ArrayList<>(List.of("first_name", "last_name_1", "last_name_2", "birthday", "label"));
        typed.addAll(own.names().values());
        routes.keeps("/account/profile", typed);
        routes.memberPost("/account/profile/switch", this::change);
        for (String act : List.of("switch", "default", "delete")) {
            routes.page("/account/profile/" + act, "/account");
        }
        routes.memberPost(
                "/account/profile/default",
                (request, member) -> act(request, profile -> auth.profiles().makeDefault(member.caller(), profile)));
        routes.memberPost(
                "/account/profile/delete",
                (request, member) -> act(request, profile -> auth.profiles().delete(member.caller(), profile)));
    }

    private Reply show(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        fields.suggest("id", request.param("id"));
        if (request.param("id").isEmpty()) {
            return Reply.page(TEMPLATE, form(request, fields));
        }
        Outcome<ProfileInfo> found = named(request, profile -> auth.profiles().get(member.caller(), profile));
        if (!(found instanceof Outcome.Done<ProfileInfo> done)) {
            return Reply.error(404, "not-found");
        }
        fill(fields, done.value());
        ProfileId id = done.value().id();
        own.fill(fields, auth.hostData().ofProfiles(List.of(id)).getOrDefault(id, HostValues.NONE));
        return Reply.page(TEMPLATE, form(request, fields));
    }

    private Map<String, Object> form(PageRequest request, Fields fields) {
        return Map.of("form", fields, "own", own.shown(request.texts()));
    }

    private static void fill(Fields fields, ProfileInfo profile) {
        Person person = profile.person();
        fields.suggest("first_name", person.firstName());
        fields.suggest("last_name_1", person.lastName1());
        fields.suggest("last_name_2", person.lastName2());
        fields.suggest("birthday", person.birthday() == null ? "" : String.valueOf(person.birthday()));
        fields.suggest("label", profile.label());
    }

    private Reply save(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        fields.suggest("id", request.param("id"));
        Person typed = new Person(
                fields.required("first_name", NAME_MAX),
                fields.optional("last_name_1", NAME_MAX),
                fields.optional("last_name_2", NAME_MAX),
                fields.date("birthday"),
                null);
        String label = fields.optional("label", LABEL_MAX);
        HostValues host = own.readAll(fields);
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields, form(request, fields));
        }
        Profiles.Draft draft = new Profiles.Draft(typed, label == null ? "" : label, host);
        Outcome<ProfileInfo> result = request.param("id").isEmpty()
                ? auth.profiles().create(member.caller(), draft)
                : named(
                        request,
                        profile -> auth.profiles()
                                .update(
                                        member.caller(),
                                        profile,
                                        old -> new Profiles.Draft(keepGender(typed, old), draft.label(), host)));
        return done(request, result);
    }

    private static Person keepGender(Person typed, Profiles.Draft old) {
        return new Person(
                typed.firstName(),
                typed.lastName1(),
                typed.lastName2(),
                typed.birthday(),
                old.person().gender());
    }

    /** By the session's refresh token, since a copied access token must not be enough for new tokens. */
    private Reply change(PageRequest request, Routes.Member member) {
        ProfileId profile = auth.profileId(request.param("id")).orElse(null);
        if (profile == null) {
            return Reply.error(404, "not-found");
        }
        Outcome<SignIn> result = auth.login()
                .switchProfile(
                        member.caller(),
                        new ProfileSwitch(
                                profile, request.client(), request.session().refreshToken()));
        if (result instanceof Outcome.Done<SignIn> in) {
            request.signedIn(in.value());
            request.say("profile-switched");
            return Reply.go("/account");
        }
        return switch (result.refusal().orElseThrow()) {
            case STEP_UP_REQUIRED -> Reply.prove(request.site("/account"));
            case PROFILE_NOT_FOUND -> Reply.error(404, "not-found");
            case SESSION_ENDED -> request.toSignIn();
            default -> Reply.error(429, "throttled");
        };
    }

    private Reply act(PageRequest request, Function<ProfileId, Outcome<ProfileInfo>> action) {
        return done(request, named(request, action));
    }

    private Outcome<ProfileInfo> named(PageRequest request, Function<ProfileId, Outcome<ProfileInfo>> action) {
        return auth.profileId(request.param("id"))
                .map(action)
                .orElseGet(() -> Outcome.refused(Refusal.PROFILE_NOT_FOUND));
    }

    private static Reply done(PageRequest request, Outcome<ProfileInfo> result) {
        if (!(result instanceof Outcome.Refused<ProfileInfo> refused)) {
            request.say("profile-saved");
            return Reply.go("/account");
        }
        return switch (refused.why()) {
            case LAST_PROFILE -> Reply.error(409, "last-profile");
            case TOO_MANY_PROFILES -> Reply.error(409, "too-many-profiles");
            case THROTTLED -> Reply.error(429, "throttled");
            case SESSION_ENDED -> request.toSignIn();
            default -> Reply.error(404, "not-found");
        };
    }
}
