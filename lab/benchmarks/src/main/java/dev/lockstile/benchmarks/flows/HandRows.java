package dev.lockstile.benchmarks.flows;

import static dev.lockstile.benchmarks.internal.host.ByHand.all;
import static dev.lockstile.benchmarks.internal.host.ByHand.one;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of the flows by hand, on the library's tables, each contested one a conditional update. */
final class HandRows {

    private static final int MOST_SESSIONS = 20;
    private static final String LIVE = " and ended_at is null and idle_until > ? and absolute_until > ?";

    private HandRows() {}

    /** Who owns the address, with the first profile. */
    static Optional<Person> owner(Connection connection, String emailKey) throws SQLException {
        return all(
                        connection,
                        "select u.id, u.password_hash, u.email, u.is_active, u.email_verified_at, u.password_changed_at,"
                                + " p.id, p.role, p.is_active, p.is_default from auth_user u"
                                + " left join auth_profile p on p.user_id = u.id and p.deleted_at is null"
                                + " where u.email_key = ? and u.deleted_at is null order by p.created_at, p.id",
                        emailKey)
                .stream()
                .filter(row -> Boolean.TRUE.equals(row[3]) && row[4] != null)
                .map(row -> new Person(row[0], String.valueOf(row[1]), String.valueOf(row[2]), String.valueOf(row[6])))
                .findFirst();
    }

    static boolean recordLogin(Connection connection, Person person, Instant now) throws SQLException {
        return one(
                connection,
                "update auth_user set last_login_at = ?, modified_at = ? where id = ? and deleted_at is null"
                        + " and is_active = true and password_changed_at is null",
                now,
                now,
                person.id());
    }

    /** Makes room and adds the session; a sign-in of the same user waits at that user's row. */
    static boolean open(Connection connection, Person person, HandSecrets.Refresh token, Instant now)
            throws SQLException {
        List<@Nullable Object[]> live = all(
                connection,
                "select session_id from auth_session where user_id = ?" + LIVE + " order by created_at desc, id desc",
                person.id(),
                now,
                now);
        for (int i = MOST_SESSIONS - 1; i < live.size(); i++) {
            one(
                    connection,
                    "update auth_session set ended_at = ?, end_reason = 'TOO_MANY', modified_at = ?"
                            + " where session_id = ? and ended_at is null",
                    now,
                    now,
                    live.get(i)[0]);
        }
        return one(
                connection,
                "insert into auth_session (created_at, modified_at, user_id, session_id, profile_ref, client,"
                        + " remote_address, token_digest, generation, auth_time, last_used_at, idle_until, absolute_until)"
                        + " values (?, ?, ?, ?, ?, 'WEB', '198.51.100.7', ?, 0, ?, ?, ?, ?)",
                now,
                now,
                person.id(),
                token.session(),
                person.profile(),
                token.digest(),
                now,
                now,
                now.plus(Duration.ofHours(24)),
                now.plus(Duration.ofDays(30)));
    }

    /** Whose session it is, while it lives; empty for an old token as well. */
    static Optional<Person> session(Connection connection, HandSecrets.Refresh token, Instant now) throws SQLException {
        return all(
                        connection,
                        "select u.id, u.email, u.is_active, p.id, p.role, p.is_active, s.auth_time from auth_session s"
                                + " join auth_user u on u.id = s.user_id left join auth_profile p on p.user_id = u.id"
                                + " and p.deleted_at is null where s.session_id = ? and s.token_digest = ?"
                                + " and s.generation = ? and u.deleted_at is null and s.ended_at is null"
                                + " and s.idle_until > ? and s.absolute_until > ? order by p.created_at, p.id",
                        token.session(),
                        token.digest(),
                        token.generation(),
                        now,
                        now)
                .stream()
                .filter(row -> Boolean.TRUE.equals(row[2]))
                .map(row -> new Person(row[0], "", String.valueOf(row[1]), String.valueOf(row[3])))
                .findFirst();
    }

    static boolean rotate(Connection connection, HandSecrets.Refresh seen, HandSecrets.Refresh next, Instant now)
            throws SQLException {
        return one(
                connection,
                "update auth_session set generation = ?, token_digest = ?, idle_until = ?, last_used_at = ?,"
                        + " modified_at = ? where session_id = ? and generation = ? and token_digest = ?" + LIVE,
                next.generation(),
                next.digest(),
                now.plus(Duration.ofHours(24)),
                now,
                now,
                seen.session(),
                seen.generation(),
                seen.digest(),
                now,
                now);
    }

    /** All that is shown of an account, a row for each profile. */
    static List<@Nullable Object[]> me(Connection connection, String session, Instant now) throws SQLException {
        return all(
                connection,
                "select u.id, u.email, u.email_verified_at, u.phone, u.phone_verified_at, u.username, u.is_active,"
                        + " u.is_staff, u.is_superuser, u.joined_at, u.last_login_at, u.terms_accepted_at, u.settings,"
                        + " p.id, p.first_name, p.last_name_1, p.last_name_2, p.birthday, p.gender, p.role, p.is_default,"
                        + " p.is_active, p.label, p.picture, p.settings from auth_session s"
                        + " join auth_user u on u.id = s.user_id left join auth_profile p on p.user_id = u.id"
                        + " and p.deleted_at is null where s.session_id = ? and u.deleted_at is null and u.is_active = true"
                        + LIVE.replace("ended_at", "s.ended_at") + " order by p.created_at, p.id",
                session,
                now,
                now);
    }

    /** A person as the flows need one. */
    record Person(@Nullable Object id, String hash, String email, String profile) {}
}
