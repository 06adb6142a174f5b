package dev.lockstile.benchmarks.flows;

import static dev.lockstile.benchmarks.internal.host.ByHand.all;
import static dev.lockstile.benchmarks.internal.host.ByHand.one;
import static dev.lockstile.benchmarks.internal.host.ByHand.rows;

import dev.lockstile.benchmarks.flows.HandRows.Person;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of sign-in codes by hand: one live code for each recipient, attempts counted before the look. */
final class HandCodes {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String OPEN =
            " and used_at is null and ended_at is null and deleted_at is null and valid_until > ?";

    private HandCodes() {}

    static boolean coolsDown(Connection connection, String emailKey, Instant now) throws SQLException {
        return all(
                        connection,
                        "select last_sent_at from auth_otp_code where recipient_key = ? and purpose = 'LOGIN'"
                                + " and deleted_at is null order by created_at desc limit 1",
                        emailKey)
                .stream()
                .anyMatch(row -> now.isBefore(instant(row[0]).plus(BenchSettings.COOLDOWN)));
    }

    private static Instant instant(@Nullable Object value) {
        return value instanceof Timestamp stamp
                ? stamp.toInstant()
                : ((OffsetDateTime) Objects.requireNonNull(value)).toInstant();
    }

    /** Replaces the live code and puts the message into the outbox. */
    static boolean issue(Connection connection, Fresh fresh, Instant now) throws SQLException {
        String live = "LOGIN:" + fresh.emailKey();
        rows(
                connection,
                "update auth_otp_code set ended_at = ?, live_key = null, modified_at = ?"
                        + " where live_key = ? and last_sent_at <= ?",
                now,
                now,
                live,
                now.minus(BenchSettings.COOLDOWN));
        boolean added = one(
                connection,
                "insert into auth_otp_code (created_at, modified_at, deleted_by_cascade, challenge_id, purpose, channel,"
                        + " email, recipient_key, user_ref, code_digest, live_key, attempts, max_attempts, valid_until,"
                        + " last_sent_at) values (?, ?, false, ?, 'LOGIN', 'EMAIL', ?, ?, ?, ?, ?, 0, 5, ?, ?)",
                now,
                now,
                fresh.challenge(),
                fresh.owner().email(),
                fresh.emailKey(),
                String.valueOf(fresh.owner().id()),
                fresh.digest(),
                live,
                now.plus(LIFE),
                now);
        return added
                && one(
                        connection,
                        "insert into auth_outbox (id, channel, recipient, template, language, sealed, tries, created_at,"
                                + " expires_at, due_at) values (?, 'EMAIL', ?, 'login_code', 'en', ?, 0, ?, ?, ?)",
                        fresh.message(),
                        fresh.owner().email(),
                        fresh.sealed(),
                        now,
                        now.plus(LIFE),
                        now);
    }

    /** The digest of the code, after an attempt was spent for the look. */
    static Optional<String> spend(Connection connection, String challenge, String emailKey, Instant now)
            throws SQLException {
        boolean spent = one(
                connection,
                "update auth_otp_code set attempts = attempts + 1, modified_at = ? where challenge_id = ?"
                        + " and recipient_key = ? and purpose = 'LOGIN' and attempts < max_attempts" + OPEN,
                now,
                challenge,
                emailKey,
                now);
        return spent
                ? all(connection, "select code_digest from auth_otp_code where challenge_id = ?", challenge).stream()
                        .map(row -> String.valueOf(row[0]))
                        .findFirst()
                : Optional.empty();
    }

    static boolean use(Connection connection, String challenge, Instant now) throws SQLException {
        return one(
                connection,
                "update auth_otp_code set used_at = ?, live_key = null, modified_at = ? where challenge_id = ?" + OPEN,
                now,
                now,
                challenge,
                now);
    }

    /** A code about to be sent. */
    record Fresh(Person owner, String emailKey, String challenge, String digest, String message, String sealed) {}
}
