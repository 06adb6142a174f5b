package dev.lockstile.auth.http;

import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions.SessionView;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** One account, for answers. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final UserInfo USER = user(7L);
    static final Merge MERGE = new Merge(
            new UserId(7L),
            new UserId(8L),
            List.of(IdentifierKind.PHONE),
            List.of(IdentifierKind.EMAIL),
            List.of("corp"),
            1,
            List.of(FieldProblem.of("into", "unproven")));
    static final ProfileInfo PROFILE = profile(
            11L, new Person("Ana", "Ruiz", null, LocalDate.of(1990, 5, 17), "FEMALE"), "https://img.example/a.png");
    static final TokenPair TOKENS =
            new TokenPair(Secret.of("the-access"), Secret.of("the-refresh"), NOW.plusSeconds(600));
    static final Secret DEVICE = Secret.of("s.session.mac");
    static final SignIn SIGN_IN = new SignIn(USER, List.of(PROFILE), PROFILE, TOKENS, true, DEVICE);
    static final Caller CALLER = new Caller(
            new UserId(7L),
            new SessionId("session-1"),
            new ProfileId(11L),
            Set.of("USER"),
            Set.of(),
            NOW.minusSeconds(60));
    static final SessionView SESSION = new SessionView(
            new SessionId("session-1"),
            ClientKind.WEB,
            "Firefox",
            "203.0.113.0",
            NOW.minusSeconds(60),
            NOW,
            true,
            false);

    private Samples() {}

    static UserInfo user(Object key) {
        return new UserInfo(
                new UserId(key),
                new IdentifierStates(
                        new IdentifierState("ana@example.com", true, NOW),
                        IdentifierState.NONE,
                        new IdentifierState("ana", true, null)),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, NOW),
                SettingsJson.of("{\"language\": \"es\", \"dark_mode\": true, \"big\": 12345678901234567890.10}"));
    }

    static ProfileInfo profile(Object key, Person person, String picture) {
        return new ProfileInfo(
                new ProfileId(key),
                new UserId(7L),
                person,
                new ProfileInfo.Status("DOCTOR", true, true),
                "",
                picture,
                SettingsJson.EMPTY);
    }
}
