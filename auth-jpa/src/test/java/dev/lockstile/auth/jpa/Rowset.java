package dev.lockstile.auth.jpa;

import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.store.RowTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Rows as these tests write them. */
public final class Rowset {

    static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private Rowset() {}

    static Identifier email(String name) {
        return new Identifier(IdentifierKind.EMAIL, name + "@example.com", "key-" + name);
    }

    public static NewUser user(String name) {
        return new NewUser(
                List.of(IdentifierAssignment.proven(email(name), NOW)),
                Secret.of("hash-of-" + name),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
    }

    static NewProfile profile(UserId user, String label) {
        return new NewProfile(
                user,
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", true, true),
                label,
                null,
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
    }

    static SessionState session(String id) {
        SessionState.Times times = new SessionState.Times(
                NOW, NOW, NOW, NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(1)), null);
        return new SessionState(
                new SessionId(id),
                "1",
                new SessionState.Origin(ClientKind.WEB, null, null, null),
                new SessionState.Token(0, "digest"),
                times);
    }

    static ApiKeyState apiKey(String id) {
        return new ApiKeyState(
                id,
                "1",
                "build",
                Set.of("orders:read"),
                ApiKeyState.Secrets.first("digest"),
                new ApiKeyState.Times(NOW, NOW.plus(Duration.ofDays(1)), null));
    }

    static NewCode code(String challenge, String name) {
        CodeState.Times times = new CodeState.Times(NOW, NOW.plus(Duration.ofMinutes(5)), null, null);
        CodeState.Binding binding = new CodeState.Binding(
                challenge, CodePurpose.LOGIN, Channel.EMAIL, email(name).key(), null);
        return new NewCode(
                new CodeState(binding, "digest", 0, 5, times), email(name).value(), "LOGIN:" + name);
    }

    static OutboxMessage message(String id) {
        return new OutboxMessage(
                id, Channel.EMAIL, "a@example.com", "LOGIN_CODE", "es", "sealed", 0, NOW, NOW.plusSeconds(600));
    }
}
