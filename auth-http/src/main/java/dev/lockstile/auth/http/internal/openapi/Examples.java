package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.MeResult;
import dev.lockstile.auth.account.PendingChange;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.payload.ProfilePayload;
import dev.lockstile.auth.http.internal.payload.SessionPayload;
import dev.lockstile.auth.model.AccountStatus;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierState;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.ProfileStatus;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SessionView;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One success of every endpoint, made by the payloads that serve: what the described answers are read off. */
final class Examples {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId USER = new UserId(7L);
    private static final ProfileInfo PROFILE = new ProfileInfo(
            new ProfileId(11L),
            USER,
            new Person("Ana", "Ruiz", "Vega", LocalDate.of(1990, 5, 17), "FEMALE"),
            new ProfileStatus("USER", true, true),
            "Home",
            "https://example.com/media/a.jpg",
            SettingsJson.EMPTY);
    private static final IdentifierState PROVEN = new IdentifierState("ana@example.com", true, AT);
    private static final UserInfo PERSON = new UserInfo(
            USER,
            new IdentifierStates(
                    PROVEN, new IdentifierState("+525512345678", true, AT), new IdentifierState("ana", true, null)),
            AccountStatus.ORDINARY,
            new UserDates(AT, AT, AT),
            SettingsJson.EMPTY.with("language", "es").with("timezone", "America/Mexico_City"));
    private static final MeResult.Shown SHOWN = new MeResult.Shown(PERSON, List.of(PROFILE), PROFILE);
    private static final TokenPair TOKENS = new TokenPair(Secret.of("eyJ..."), Secret.of("opaque"), AT);
    private static final JsonObject DETAIL = new JsonObject().with("detail", "...");

    private Examples() {}

    /** Status and body by method and path; a null body is none. */
    static Map<String, Example> byRoute(String loginRedirectUrl) {
        AccountPayload payload = new AccountPayload(loginRedirectUrl);
        SignIn signIn = new SignIn(PERSON, List.of(PROFILE), PROFILE, TOKENS, true, Secret.of("opaque"));
        JsonObject web = payload.of(signIn, ClientKind.WEB);
        Example login = new Example(200, web, payload.of(signIn, ClientKind.MOBILE));
        Example profile = new Example(200, ProfilePayload.of(PROFILE));
        Example user = new Example(
                200,
                AccountPayload.changed(new ChangeResult.Changed(
                        SHOWN, List.of(new PendingChange(IdentifierKind.EMAIL, "challenge", AT)))));
        Example admin = new Example(201, AccountPayload.administrator(PERSON));
        Example detail = new Example(200, DETAIL);
        Example sent = new Example(200, copy(DETAIL).with("email_sent", true));
        Example done = new Example(204, null);
        JsonObject link = new JsonObject().with("uid", "...").with("token", "...");
        JsonObject code = copy(DETAIL).with("channel", "email").with("challenge_id", "...");
        SessionView session = new SessionView(new SessionId("s"), ClientKind.WEB, "Firefox", "192.0.2.0", AT, AT, true);
        return Map.ofEntries(
                Map.entry("POST register", new Example(201, copy(DETAIL).with("registration", "..."))),
                Map.entry(
                        "POST registration/account-confirmation-email",
                        new Example(200, DETAIL, copy(DETAIL).with("set_password", link))),
                Map.entry("POST registration/account-confirmation-email/resend", sent),
                Map.entry("POST login/basic", login),
                Map.entry("POST profile/switch", login),
                Map.entry("POST otp/request", new Example(201, copy(code).with("user_exist", true))),
                Map.entry("POST otp/verify", login),
                Map.entry(
                        "POST token/refresh",
                        new Example(
                                200, new JsonObject().with("access", "eyJ...").with("refresh", "opaque"))),
                Map.entry("POST logout", done),
                Map.entry("POST logout/all", done),
                Map.entry("GET sessions", new Example(200, List.of(SessionPayload.of(session)))),
                Map.entry("DELETE sessions/{id}", done),
                Map.entry("GET .well-known/jwks.json", new Example(200, new RawJson("{\"keys\":[]}"))),
                Map.entry("POST step-up", new Example(200, new JsonObject().with("access", "eyJ..."))),
                Map.entry("POST step-up/request", new Example(201, code)),
                Map.entry("POST password-reset/request", sent),
                Map.entry("POST password-reset/confirm", detail),
                Map.entry("POST password-reset/change", detail),
                Map.entry(
                        "GET me",
                        new Example(200, payload.of(SHOWN, ClientKind.WEB), payload.of(SHOWN, ClientKind.MOBILE))),
                Map.entry("PATCH account/update", user),
                Map.entry("PUT account/update", user),
                Map.entry("POST account/confirm-change", user),
                Map.entry("DELETE account/delete", detail),
                Map.entry("GET profiles", new Example(200, List.of(ProfilePayload.of(PROFILE)))),
                Map.entry("POST profiles", new Example(201, ProfilePayload.of(PROFILE))),
                Map.entry("GET profiles/{id}", profile),
                Map.entry("PATCH profiles/{id}", profile),
                Map.entry("DELETE profiles/{id}", done),
                Map.entry(
                        "PATCH profile/picture",
                        new Example(200, ProfilePayload.pictureSaved("...", PROFILE.id(), ProfilePayload.of(PROFILE)))),
                Map.entry("POST admin/create-superuser", admin),
                Map.entry("POST admin/create-staff", admin));
    }

    private static JsonObject copy(JsonObject object) {
        return new JsonObject().withAll(object);
    }

    /**
     * A success.
     *
     * @param other the other shape, where there are two, such as that for mobile clients
     */
    record Example(
            int status, @Nullable Object body, @Nullable Object other) {

        Example(int status, @Nullable Object body) {
            this(status, body, null);
        }
    }
}
