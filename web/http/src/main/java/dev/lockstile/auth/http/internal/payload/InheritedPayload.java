package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.util.List;
import java.util.Locale;

/**
 * The inherited shape: what a login and {@code /me} answer differs between browsers and mobile clients. Every field is
 * named here: a column that a host adds to its tables does not show up by itself (ASVS 15.3.1).
 *
 * @param loginRedirectUrl where a browser goes after the login
 * @param profiles shows profiles
 * @param host the host's own fields, which it has named too
 */
record InheritedPayload(String loginRedirectUrl, ProfilePayload profiles, HostData host) implements AccountPayload {

    /** The answer to a login. */
    @Override
    public JsonObject of(SignIn signIn, ClientKind client) {
        JsonObject tokens = tokens(signIn.tokens());
        JsonObject told = client == ClientKind.WEB
                ? web(signIn.user(), signIn.active()).with("tokens", tokens)
                : mobile(signIn.user(), signIn.profiles(), signIn.active())
                        .with("tokens", tokens)
                        .with("device_registered", signIn.deviceRegistered());
        Secret device = signIn.trustedDevice();
        return device == null ? told : told.with(TRUSTED_DEVICE, device.reveal());
    }

    /** The answer to {@code /me}: the same without tokens. A mobile session never exists without its device. */
    @Override
    public JsonObject of(AccountInfo me, ClientKind client) {
        return client == ClientKind.WEB
                ? web(me.user(), me.active())
                : mobile(me.user(), me.profiles(), me.active()).with("device_registered", true);
    }

    /** The answer to a change of the account: the user as it is, and what waits for its proof. */
    @Override
    public JsonObject changed(OwnAccount.Changed changed) {
        AccountInfo account = changed.account();
        List<JsonObject> pending =
                changed.pending().stream().map(AccountPayload::pending).toList();
        return user(account.user(), account.profiles()).with("pending_changes", pending);
    }

    /** The members that clients of the Python library wait for. */
    @Override
    public JsonObject constant(JsonObject answer, String name, Object value) {
        return answer.with(name, value);
    }

    @Override
    public JsonObject pictureSaved(String detail, ProfileInfo profile) {
        return new JsonObject()
                .with("detail", detail)
                .with("profile_id", KeyPayload.json(profile.id().key()))
                .with("profile", profiles.of(profile));
    }

    private JsonObject web(UserInfo user, ProfileInfo active) {
        JsonObject frame = new JsonObject()
                .with("data", data(user, active))
                .with("login_redirect_url", loginRedirectUrl)
                .with("role", List.of(active.status().role().toLowerCase(Locale.ROOT)))
                .with("status", "active");
        return new JsonObject()
                .with("user", frame)
                .withAll(common(user, active))
                .with("terms_and_conditions", user.dates().termsAcceptedAt());
    }

    private JsonObject data(UserInfo user, ProfileInfo active) {
        Person person = active.person();
        return new JsonObject()
                .with("display_name", person.displayName())
                .with("full_name", person.fullName())
                .with("photoURL", active.picture() == null ? "" : active.picture())
                .with("email", user.email())
                .with("username", user.username())
                .with("birthday", person.birthday())
                .with("shortcuts", List.of())
                .withAll(HostPayload.of(host.ofUser(user.id())));
    }

    private JsonObject mobile(UserInfo user, List<ProfileInfo> own, ProfileInfo active) {
        return user(user, own).withAll(common(user, active));
    }

    private JsonObject user(UserInfo user, List<ProfileInfo> own) {
        return new JsonObject()
                .with("id", KeyPayload.json(user.id().key()))
                .with("email", user.email())
                .with("username", user.username())
                .with("phone", user.phone())
                .with("is_verified", user.identifiers().anyVerified())
                .with("language", user.language())
                .with("timezone", user.timezone())
                .with("terms_and_conditions", user.dates().termsAcceptedAt())
                .with("profiles", profiles.all(own))
                .withAll(HostPayload.of(host.ofUser(user.id())));
    }

    private JsonObject common(UserInfo user, ProfileInfo active) {
        return new JsonObject()
                .with("active_profile", profiles.of(active))
                .with("user_settings", new RawJson(user.settings().text()))
                .with("profile_settings", new RawJson(active.settings().text()))
                .with("profile_completion_required", !active.person().isComplete());
    }

    private static JsonObject tokens(TokenPair pair) {
        JsonObject tokens = new JsonObject().with("accessToken", pair.access().reveal());
        Secret refresh = pair.refreshOrNull();
        return refresh == null ? tokens : tokens.with("refreshToken", refresh.reveal());
    }
}
