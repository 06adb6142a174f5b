package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.util.List;

/** The clean shape: {@code user}, {@code profile} and {@code profiles}, the same for every client. */
record CleanPayload(ProfilePayload profiles, HostData host) implements AccountPayload {

    @Override
    public JsonObject of(SignIn signIn, ClientKind client) {
        JsonObject told =
                account(signIn.user(), signIn.active(), signIn.profiles()).with("tokens", tokens(signIn.tokens()));
        Secret device = signIn.trustedDevice();
        return device == null ? told : told.with(TRUSTED_DEVICE, device.reveal());
    }

    @Override
    public JsonObject of(AccountInfo me, ClientKind client) {
        return account(me.user(), me.active(), me.profiles());
    }

    @Override
    public boolean isOneForAll() {
        return true;
    }

    @Override
    public JsonObject changed(OwnAccount.Changed changed) {
        return new JsonObject()
                .with("user", user(changed.account().user()))
                .with(
                        "pending_changes",
                        changed.pending().stream().map(AccountPayload::pending).toList());
    }

    @Override
    public JsonObject pictureSaved(String detail, ProfileInfo profile) {
        return new JsonObject().with("detail", detail).with("profile", profiles.of(profile));
    }

    /** Without it: what always says the same says nothing. */
    @Override
    public JsonObject constant(JsonObject answer, String name, Object value) {
        return answer;
    }

    private JsonObject account(UserInfo user, ProfileInfo active, List<ProfileInfo> own) {
        return new JsonObject()
                .with("user", user(user))
                .with("profile", profiles.of(active))
                .with("profiles", profiles.all(own))
                .with("profile_completion_required", !active.person().isComplete());
    }

    private JsonObject user(UserInfo user) {
        return new JsonObject()
                .with("id", KeyPayload.json(user.id().key()))
                .with("email", user.email())
                .with("username", user.username())
                .with("phone", user.phone())
                .with("is_verified", user.identifiers().anyVerified())
                .with("language", user.language())
                .with("timezone", user.timezone())
                .with("terms_accepted_at", user.dates().termsAcceptedAt())
                .with("settings", new RawJson(user.settings().text()))
                .withAll(HostPayload.of(host.ofUser(user.id())));
    }

    private static JsonObject tokens(TokenPair pair) {
        JsonObject tokens = new JsonObject().with("access", pair.access().reveal());
        Secret refresh = pair.refreshOrNull();
        return refresh == null ? tokens : tokens.with("refresh", refresh.reveal());
    }
}
