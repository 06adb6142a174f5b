package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an export that the store reads by the account's key. Entities that the host does not have are left out. */
record OwnDataRows(FlowContext context, OwnDataFlow.Sources sources, StoredUser user) {

    Map<String, Object> ofStore(AuthTx tx, Instant now) {
        UserId id = user.info().id();
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("account", account());
        List<HostField> fields = context.settings().fields().account();
        if (!fields.isEmpty()) {
            Map<String, Object> columns = tx.hostColumns().ofUser(id, HostFields.attributes(fields));
            parts.put("fields", HostFields.byName(fields, columns).byName());
        }
        parts.put("settings", values(user.info().settings(), sources.userSettings()));
        parts.put("profiles", profiles(tx));
        parts.put(
                "sessions",
                tx.sessions().live(id, now).stream()
                        .filter(session -> !session.context().isOfActor())
                        .map(OwnDataRows::session)
                        .toList());
        parts.put("factors", factors(tx.factors(), id, now));
        if (tx.socials().isMapped()) {
            parts.put(
                    "linked_sites",
                    tx.socials().of(id).stream().map(OwnDataRows::site).toList());
        }
        tx.extension(ApiKeyStore.class)
                .ifPresent(keys -> parts.put(
                        "api_keys",
                        keys.live(id, now).stream().map(OwnDataRows::apiKey).toList()));
        return parts;
    }

    private Map<String, @Nullable Object> account() {
        UserInfo info = user.info();
        return row(
                "id", info.id().toString(),
                "email", info.email(),
                "email_verified_at", info.identifiers().email().verifiedAt(),
                "phone", info.phone(),
                "phone_verified_at", info.identifiers().phone().verifiedAt(),
                "username", info.username(),
                "language", info.language(),
                "timezone", info.timezone(),
                "joined_at", info.dates().joinedAt(),
                "last_login_at", info.dates().lastLoginAt(),
                "terms_accepted_at", info.dates().termsAcceptedAt(),
                "has_password", user.passwordHash() != null,
                "password_changed_at", user.passwordChangedAt());
    }

    private List<Map<String, @Nullable Object>> profiles(AuthTx tx) {
        List<HostField> fields = context.settings().fields().profile();
        List<ProfileId> ids = user.profiles().stream().map(ProfileInfo::id).toList();
        Map<ProfileId, Map<String, Object>> columns =
                fields.isEmpty() ? Map.of() : tx.hostColumns().ofProfiles(ids, HostFields.attributes(fields));
        return user.profiles().stream()
                .map(profile -> profile(
                        profile,
                        HostFields.byName(fields, columns.getOrDefault(profile.id(), Map.of()))
                                .byName()))
                .toList();
    }

    private Map<String, @Nullable Object> profile(ProfileInfo profile, Map<String, @Nullable Object> fields) {
        return row(
                "id", profile.id().toString(),
                "first_name", profile.person().firstName(),
                "last_name1", profile.person().lastName1(),
                "last_name2", profile.person().lastName2(),
                "birthday", profile.person().birthday(),
                "gender", profile.person().gender(),
                "label", profile.label(),
                "picture", profile.picture(),
                "role", profile.status().role(),
                "default", profile.status().isDefault(),
                "fields", fields,
                "settings", values(profile.settings(), sources.profileSettings()));
    }

    private static Map<String, Object> values(SettingsJson settings, SettingKeys keys) {
        return new SettingValues(settings).byName(keys.shownToOwner());
    }

    private static Map<String, @Nullable Object> session(SessionState session) {
        return row(
                "id", session.id().toString(),
                "client", session.origin().client().name(),
                "device", session.origin().deviceLabel(),
                "address", session.origin().remoteAddress(),
                "created_at", session.times().createdAt(),
                "last_used_at", session.times().lastUsedAt(),
                "methods", session.context().methods());
    }

    private static Map<String, @Nullable Object> factors(FactorStore factors, UserId user, Instant now) {
        Map<String, @Nullable Object> kinds = new LinkedHashMap<>();
        if (factors.totps().isMapped()) {
            factors.totps()
                    .confirmed(user)
                    .ifPresent(totp -> kinds.put("authenticator", row("confirmed_at", totp.confirmedAt())));
        }
        if (factors.recoveryCodes().isMapped()) {
            factors.recoveryCodes()
                    .left(user)
                    .ifPresent(
                            codes -> kinds.put("recovery_codes", row("left", codes.left(), "made_at", codes.madeAt())));
        }
        if (factors.passkeys().isMapped()) {
            kinds.put(
                    "passkeys",
                    factors.passkeys().of(user).stream()
                            .map(OwnDataRows::passkey)
                            .toList());
        }
        if (factors.browsers().isMapped()) {
            kinds.put(
                    "trusted_browsers",
                    factors.browsers().live(user, now).stream()
                            .map(kept -> row(
                                    "label", kept.label(),
                                    "created_at", kept.createdAt(),
                                    "last_used_at", kept.lastUsedAt(),
                                    "valid_until", kept.validUntil()))
                            .toList());
        }
        return kinds;
    }

    private static Map<String, @Nullable Object> passkey(PasskeyState passkey) {
        return row(
                "name", passkey.name(),
                "aaguid", passkey.key().aaguid(),
                "backed_up", passkey.use().backedUp(),
                "created_at", passkey.createdAt(),
                "last_used_at", passkey.use().lastUsedAt());
    }

    private static Map<String, @Nullable Object> site(StoredSocialAccount linked) {
        SocialIdentity identity = linked.identity();
        return row(
                "provider", identity.provider(),
                "issuer", identity.issuer(),
                "id_at_provider", identity.providerUserId(),
                "email", identity.email(),
                "picture", identity.pictureUrl(),
                "linked_at", linked.linkedAt(),
                "last_login_at", identity.lastLoginAt());
    }

    private static Map<String, @Nullable Object> apiKey(ApiKeyState key) {
        return row(
                "id", key.keyId(),
                "name", key.name(),
                "profile", key.profileRef(),
                "scopes", key.scopes().stream().sorted().toList(),
                "created_at", key.times().createdAt(),
                "expires_at", key.times().expiresAt(),
                "last_used_at", key.times().lastUsedAt());
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }
}
