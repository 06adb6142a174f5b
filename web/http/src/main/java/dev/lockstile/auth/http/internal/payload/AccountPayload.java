package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.Locale;

/**
 * The shape of answers about an account. Every field is named in the implementations: a column that a host adds to its
 * tables shows up only where the host names it (ASVS 15.3.1).
 */
public sealed interface AccountPayload permits InheritedPayload, CleanPayload {

    /** What a client shows at its next sign-in, in the header {@code X-Trusted-Device}. */
    String TRUSTED_DEVICE = "trusted_device";

    /** The shape that goes with the naming. */
    static AccountPayload of(HttpSettings settings, HostData host) {
        ProfilePayload profiles = new ProfilePayload(host);
        return settings.naming() == JsonNaming.CLEAN
                ? new CleanPayload(profiles, host)
                : new InheritedPayload(settings.loginRedirectUrl(), profiles, host);
    }

    /** How profiles are shown. */
    ProfilePayload profiles();

    /** The answer to a login. */
    JsonObject of(SignIn signIn, ClientKind client);

    /** The answer to {@code /me}: the same without tokens. */
    JsonObject of(AccountInfo me, ClientKind client);

    /** True when browsers and mobile clients are answered alike, so that no client has to say which it is. */
    default boolean isOneForAll() {
        return false;
    }

    /** The answer to a change of the account: the user as it is, and what waits for its proof. */
    JsonObject changed(OwnAccount.Changed changed);

    /** The answer to a new picture. */
    JsonObject pictureSaved(String detail, ProfileInfo profile);

    /** The answer with a member that says the same in every answer, where the shape has such. */
    JsonObject constant(JsonObject answer, String name, Object value);

    /** What is told of a new administrator. */
    static JsonObject administrator(UserInfo user) {
        return new JsonObject()
                .with("id", KeyPayload.json(user.id().key()))
                .with("email", user.email())
                .with("is_staff", user.status().staff())
                .with("is_superuser", user.status().superuser());
    }

    /** What waits for its proof. */
    static JsonObject pending(PendingChange change) {
        return new JsonObject()
                .with("field", change.kind().name().toLowerCase(Locale.ROOT))
                .with("challenge_id", change.challengeId())
                .with("valid_until", change.validUntil());
    }
}
