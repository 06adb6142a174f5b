package dev.lockstile.auth.testkit.contract;

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
import org.jspecify.annotations.Nullable;

/** Rows as the contract writes them. */
final class Samples {

    /** The start of a minute, an hour and a day, so that no window of a throttle begins elsewhere. */
    static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

    /** A time whose last digit a column in milliseconds would lose. */
    static final Instant FINE = Instant.parse("2026-03-01T12:34:56.123457Z");

    static final int MAX_ATTEMPTS = 5;

    private Samples() {}

    static Instant after(Duration time) {
        return T0.plus(time);
    }

    static Identifier email(String name) {
        return new Identifier(IdentifierKind.EMAIL, name + "@example.com", "email-key-" + name);
    }

    static Identifier phone(String digits) {
        return new Identifier(IdentifierKind.PHONE, "+52" + digits, "phone-key-" + digits);
    }

    static Identifier username(String name) {
        return new Identifier(IdentifierKind.USERNAME, name, "username-key-" + name);
    }

    /** An ordinary user who owns a proven e-mail address. */
    static NewUser user(String name) {
        return user(List.of(IdentifierAssignment.proven(email(name), T0)), null);
    }

    static NewUser user(List<IdentifierAssignment> claims, @Nullable Secret hash) {
        UserInfo.Dates dates = new UserInfo.Dates(T0, null, null);
        return new NewUser(claims, hash, UserInfo.Status.ORDINARY, dates, SettingsJson.EMPTY, RowTimes.fresh(T0));
    }

    static NewUser userWithPassword(String name, Secret hash) {
        return user(List.of(IdentifierAssignment.proven(email(name), T0)), hash);
    }

    static NewProfile profile(UserId user, String label, Instant createdAt) {
        return new NewProfile(
                user,
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", false, true),
                label,
                null,
                SettingsJson.EMPTY,
                RowTimes.fresh(createdAt));
    }

    /** A session that began then, with a refresh token of generation 0, idle after an hour and over after a day. */
    static SessionState session(String id, Instant at) {
        SessionState.Times times =
                new SessionState.Times(at, at, at, at.plus(Duration.ofHours(1)), at.plus(Duration.ofDays(1)), null);
        SessionState.Origin origin = new SessionState.Origin(ClientKind.WEB, null, null, null);
        return new SessionState(new SessionId(id), "1", origin, new SessionState.Token(0, "digest-0"), times);
    }

    /** A login code that was sent then to the recipient of that name, good for ten minutes. */
    static NewCode code(String challengeId, String name, Instant sentAt) {
        return code(challengeId, name, sentAt, null);
    }

    static NewCode code(String challengeId, String name, Instant sentAt, @Nullable UserId user) {
        Identifier to = email(name);
        CodeState.Binding binding =
                new CodeState.Binding(challengeId, CodePurpose.LOGIN, Channel.EMAIL, to.key(), user);
        CodeState.Times times = new CodeState.Times(sentAt, sentAt.plus(Duration.ofMinutes(10)), null, null);
        CodeState state = new CodeState(binding, "digest-" + challengeId, 0, MAX_ATTEMPTS, times);
        return new NewCode(state, to.value(), liveKey(name));
    }

    /** The live key of a login code for the recipient of that name. */
    static String liveKey(String name) {
        return "LOGIN:" + name;
    }

    static OutboxMessage message(String id, Instant at) {
        return new OutboxMessage(
                id,
                Channel.EMAIL,
                "ana@example.com",
                "LOGIN_CODE",
                "es",
                "sealed-" + id,
                0,
                at,
                at.plus(Duration.ofMinutes(10)));
    }
}
