package dev.lockstile.auth.imports.generated;

import static dev.lockstile.auth.imports.generated.OldSystem.active;
import static dev.lockstile.auth.imports.generated.OldSystem.cells;
import static dev.lockstile.auth.imports.generated.OldSystem.hash;
import static dev.lockstile.auth.imports.generated.OldSystem.states;

import dev.lockstile.auth.imports.generated.OldAccount.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of old systems whose databases are read. */
final class OldDatabases {

    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private OldDatabases() {}

    static Map<String, String> django(OldAccount account, Spelling spell) {
        Map<String, String> cells = cells(
                "id", account.id(),
                "username", account.username(),
                "email", account.email(),
                "password", hash("django", account, "!unusable"),
                "is_active", active(account, spell),
                "is_superuser", spell.bool(account.superuser()),
                "is_staff", spell.bool(account.superuser()),
                "date_joined", spell.time(account.createdAt()),
                "mfa_enabled", spell.mark(account.factor()));
        return states(cells, account, spell);
    }

    static Map<String, String> jb(OldAccount account, Spelling spell) {
        return cells(
                "id", account.id(),
                "username", account.username(),
                "email", account.email(),
                "phone", account.phone(),
                "password", hash("django", account, "!unusable"),
                "is_active", active(account, spell),
                "is_verified", spell.mark(account.proven()),
                "is_superuser", spell.bool(account.superuser()),
                "is_staff", spell.bool(account.superuser()),
                "deleted", spell.timed(account.state() == State.DELETED),
                "is_banned", spell.mark(account.state() == State.BLOCKED),
                "date_joined", spell.time(account.createdAt()),
                "mfa_enabled", spell.mark(account.factor()));
    }

    static List<String> jbProfiles(List<OldAccount> accounts) {
        List<String> statements = new ArrayList<>();
        statements.add(
                "create table app_profile (id int primary key, user_id int, is_default varchar, is_active varchar,"
                        + " role varchar, deleted varchar)");
        accounts.forEach(account -> statements.add("insert into app_profile values (" + account.id() + ", "
                + account.id() + ", 'true', 'true', 'USER', null)"));
        return statements;
    }

    static Map<String, String> fastApi(OldAccount account, Spelling spell) {
        Map<String, String> cells = cells(
                "id", account.id(),
                "username", account.username(),
                "email", account.email(),
                "hashed_password", hash("bcrypt", account, ""),
                "is_active", active(account, spell),
                "is_superuser", spell.bool(account.superuser()),
                "is_verified", spell.mark(account.proven()),
                "totp_secret", account.factor() ? BASE32 : "");
        return states(cells, account, spell);
    }

    static Map<String, String> keycloak(OldAccount account, Spelling spell) {
        return cells(
                "id", account.id(),
                "username", account.username(),
                "email", account.email(),
                "email_verified", spell.mark(account.proven()),
                "enabled", active(account, spell),
                "created_timestamp", account.createdAt().toEpochMilli(),
                "realm_id", "r1");
    }

    /** The password as Keycloak keeps it since version 4, and an application for codes. */
    static List<String> credentials(List<OldAccount> accounts, Spelling spell) {
        List<String> statements = new ArrayList<>();
        statements.add(
                "create table credential (id varchar primary key, user_id varchar, type varchar, secret_data varchar,"
                        + " credential_data varchar, priority int)");
        for (OldAccount account : accounts) {
            if (account.word() != null) {
                String[] parts = KnownPasswords.in("keycloak", account.word()).split("\\|");
                statements.add("insert into credential values ('p" + account.id() + "', '" + account.id()
                        + "', 'password', '{\"value\":\"" + parts[0] + "\",\"salt\":\"" + parts[1]
                        + "\",\"additionalParameters\":{}}', '{\"hashIterations\":1000,\"algorithm\":\"pbkdf2-sha256\","
                        + "\"additionalParameters\":{}}', 10)");
            }
            if (account.factor()) {
                statements.add("insert into credential values ('o" + account.id() + "', '" + account.id()
                        + "', 'otp', '{\"value\":\"abcdefghijklmnopqrst\"}', '{\"subType\":\"totp\",\"digits\":6,"
                        + "\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}', 20)");
            }
        }
        return statements;
    }
}
