package dev.lockstile.auth.imports.generated;

import static dev.lockstile.auth.imports.generated.OldSystem.active;
import static dev.lockstile.auth.imports.generated.OldSystem.cells;
import static dev.lockstile.auth.imports.generated.OldSystem.hash;

import dev.lockstile.auth.imports.generated.OldAccount.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The old systems, each with columns of its public definition and with columns that applications add. */
final class OldSystems {

    private static final Instant LONG_AGO = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant AHEAD = Instant.parse("2031-01-01T00:00:00Z");
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    static final List<OldSystem> ALL = List.of(
            OldSystem.database("django", "auth_user", OldDatabases::django),
            OldSystem.database("jb-drf-auth", "app_user", OldDatabases::jb)
                    .with((all, spelling) -> OldDatabases.jbProfiles(all)),
            OldSystem.database("fastapi-users", "users", OldDatabases::fastApi),
            new OldSystem(
                    "mongo-phone-otp",
                    OldSystem.Form.JSON_LINES,
                    "authapp_usermodel",
                    OldSystems::mongo,
                    (all, spelling) -> List.of()),
            OldSystem.file("devise", "users", OldSystems::devise),
            OldSystem.file("laravel", "users", OldSystems::laravel),
            OldSystem.file("spring-security", "users", OldSystems::spring),
            OldSystem.database("keycloak", "user_entity", OldDatabases::keycloak)
                    .with(OldDatabases::credentials),
            OldSystem.file("authjs", "user", OldSystems::authJs),
            OldSystem.file("wordpress", "wp_users", OldSystems::wordPress),
            OldSystem.file("aspnet-identity", "aspnetusers", OldSystems::aspNet));

    private OldSystems() {}

    private static Map<String, String> mongo(OldAccount account, Spelling spell) {
        boolean odd = account.state() == State.UNKNOWN;
        return cells(
                "_id",
                account.id(),
                "username",
                '"' + account.username() + '"',
                "email",
                account.email() == null ? "null" : '"' + account.email() + '"',
                "phone_number",
                account.phone() == null ? "null" : '"' + account.phone() + '"',
                "status_key",
                odd ? spell.one(List.of("\"1\"", "null", "true")) : account.state() == State.INACTIVE ? "2" : "1",
                "is_removed",
                account.state() == State.DELETED ? "true" : "false",
                "is_banned",
                Boolean.toString(account.state() == State.BLOCKED),
                "mfa_enabled",
                Boolean.toString(account.factor()));
    }

    private static Map<String, String> devise(OldAccount account, Spelling spell) {
        Map<String, String> cells = cells(
                "id", account.id(),
                "email", account.email(),
                "encrypted_password", hash("bcrypt", account, ""),
                "confirmed_at", spell.timed(account.proven()),
                "locked_at", spell.timed(account.state() == State.BLOCKED),
                "active",
                        account.state() == State.UNKNOWN
                                ? spell.unknown()
                                : spell.bool(account.state() != State.INACTIVE),
                "discarded_at", spell.timed(account.state() == State.DELETED),
                "otp_required_for_login", spell.mark(account.factor()),
                "created_at", spell.time(account.createdAt()));
        return cells;
    }

    private static Map<String, String> laravel(OldAccount account, Spelling spell) {
        Map<String, String> cells = cells(
                "id", account.id(),
                "email", account.email(),
                "password", hash("bcrypt", account, "").replace("$2b$", "$2y$"),
                "email_verified_at", spell.timed(account.proven()),
                "deleted_at", spell.timed(account.state() == State.DELETED),
                "is_active",
                        account.state() == State.UNKNOWN
                                ? spell.unknown()
                                : spell.bool(account.state() != State.INACTIVE),
                "banned_at", spell.timed(account.state() == State.BLOCKED),
                "two_factor_secret", account.factor() ? "eyJpdiI6IngifQ==" : "",
                "two_factor_confirmed_at", spell.timed(account.factor()),
                "created_at", spell.time(account.createdAt()));
        return cells;
    }

    private static Map<String, String> spring(OldAccount account, Spelling spell) {
        return cells(
                "username", account.username(),
                "password",
                        account.word() == null ? "{noop}" : "{bcrypt}" + KnownPasswords.in("bcrypt", account.word()),
                "enabled", active(account, spell),
                "locked", spell.mark(account.state() == State.BLOCKED),
                "deleted", spell.mark(account.state() == State.DELETED),
                "mfa_enabled", spell.mark(account.factor()));
    }

    private static Map<String, String> authJs(OldAccount account, Spelling spell) {
        boolean ends = account.state() == State.BLOCK_OVER || account.state() == State.BLOCK_AHEAD;
        return cells(
                "id", account.id(),
                "email", account.email(),
                "password", hash("bcrypt", account, ""),
                "emailVerified",
                        spell.random().nextBoolean() ? spell.mark(account.proven()) : spell.timed(account.proven()),
                "banned",
                        account.state() == State.UNKNOWN
                                ? spell.unknown()
                                : spell.mark(ends || account.state() == State.BLOCKED),
                "banExpires",
                        ends ? spell.time(account.state() == State.BLOCK_AHEAD ? AHEAD : LONG_AGO) : spell.timed(false),
                "deletedAt", spell.timed(account.state() == State.DELETED),
                "is_active", spell.bool(account.state() != State.INACTIVE),
                "twoFactorEnabled", spell.mark(account.factor()),
                "createdAt", spell.time(account.createdAt()));
    }

    private static Map<String, String> wordPress(OldAccount account, Spelling spell) {
        return cells(
                "ID", account.id(),
                "user_login", account.username(),
                "user_pass", hash(spell.random().nextBoolean() ? "phpass" : "wordpress", account, ""),
                "user_email", account.email(),
                "user_registered", spell.time(account.createdAt()),
                "spam",
                        account.state() == State.UNKNOWN
                                ? spell.unknown()
                                : spell.bool(account.state() == State.BLOCKED),
                "deleted", spell.bool(account.state() == State.DELETED),
                "is_disabled", spell.mark(account.state() == State.INACTIVE),
                "google2fa_secret", account.factor() ? BASE32 : "");
    }

    private static Map<String, String> aspNet(OldAccount account, Spelling spell) {
        boolean ends = account.state() == State.BLOCK_OVER || account.state() == State.BLOCK_AHEAD;
        String end = account.state() == State.BLOCKED
                ? "9999-12-31 23:59:59.9999999 +00:00"
                : account.state() == State.UNKNOWN
                        ? spell.unknown()
                        : ends
                                ? spell.time(account.state() == State.BLOCK_AHEAD ? AHEAD : LONG_AGO)
                                : spell.timed(false);
        return cells(
                "Id", account.id(),
                "UserName", account.username(),
                "Email", account.email(),
                "PhoneNumber", account.phone(),
                "PasswordHash", hash("aspnet", account, ""),
                "EmailConfirmed", spell.bool(account.proven()),
                "PhoneNumberConfirmed", spell.bool(false),
                "TwoFactorEnabled", spell.bool(account.factor()),
                "LockoutEnabled", "True",
                "LockoutEnd", end,
                "IsDeleted", spell.bool(account.state() == State.DELETED),
                "IsActive", spell.bool(account.state() != State.INACTIVE));
    }
}
