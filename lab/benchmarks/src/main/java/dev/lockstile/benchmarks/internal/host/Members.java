package dev.lockstile.benchmarks.internal.host;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** People with proven addresses and a profile each, put into any database. */
public final class Members {

    private Members() {}

    /** All of them, by batches in one transaction. */
    public static void fill(ByHand sql, People people) {
        Instant then = Instant.now().minus(400, ChronoUnit.DAYS);
        String hash = Passwords.of(BenchSettings.passwords()).hasher().hash(Secret.of(BenchSettings.PASSWORD));
        sql.together(connection -> {
            try (PreparedStatement users = connection.prepareStatement(
                            "insert into auth_user (id, created_at, modified_at, deleted_by_cascade, email, email_key,"
                                    + " email_verified_at, password_hash, is_active, is_staff, is_superuser, joined_at,"
                                    + " settings) values (?, ?, ?, false, ?, ?, ?, ?, true, false, false, ?, '{}')");
                    PreparedStatement profiles = connection.prepareStatement(
                            "insert into auth_profile (id, created_at, modified_at, deleted_by_cascade, user_id,"
                                    + " is_default, is_active, role, label, settings)"
                                    + " values (?, ?, ?, false, ?, true, true, 'USER', '', '{}')")) {
                for (long id = 1; id <= people.count(); id++) {
                    String email = people.email(id - 1);
                    String key = IdentifierRules.standard()
                            .email(email)
                            .orElseThrow()
                            .key();
                    ByHand.bind(users, id, then, then, email, key, then, hash, then);
                    users.addBatch();
                    ByHand.bind(profiles, id, then, then, id);
                    profiles.addBatch();
                }
                users.executeBatch();
                profiles.executeBatch();
            }
            return true;
        });
    }
}
