package dev.lockstile.benchmarks.moving;

import dev.lockstile.benchmarks.internal.host.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;

/**
 * The loop of the usual migration guides, row by row: look whether the e-mail is there, whether the user name is, add
 * the user, add the profile, note the old id; each statement with a commit of its own, as an ORM does in auto-commit.
 */
final class OneByOne {

    private OneByOne() {}

    /** Moves as many people; people per second. */
    static double rate(Database from, Database to, int people) {
        try (Connection source = from.connect();
                Connection target = to.connect();
                Statement all = source.createStatement();
                ResultSet old = all.executeQuery("select * from auth_user order by id limit " + people)) {
            long began = System.nanoTime();
            int id = 0;
            while (old.next()) {
                move(target, old, ++id);
            }
            return people / ((System.nanoTime() - began) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void move(Connection target, ResultSet old, int id) throws SQLException {
        String email = old.getString("email");
        if (exists(target, "select 1 from auth_user where email_key = ?", email)
                || exists(target, "select 1 from auth_user where username_key = ?", old.getString("username"))) {
            return;
        }
        addUser(target, old, id);
        addProfile(target, old, id);
        addLink(target, old, id);
    }

    private static void addUser(Connection target, ResultSet old, int id) throws SQLException {
        String email = old.getString("email");
        Timestamp joined = old.getTimestamp("date_joined");
        update(
                target,
                "insert into auth_user (id, email, email_key, username, username_key, password_hash, is_active, is_staff,"
                        + " is_superuser, joined_at, created_at, modified_at, settings, deleted_by_cascade)"
                        + " values (?, ?, ?, ?, ?, ?, true, false, false, ?, ?, ?, '{}', false)",
                id,
                email,
                email,
                old.getString("username"),
                old.getString("username"),
                old.getString("password"),
                joined,
                joined,
                joined);
    }

    private static void addProfile(Connection target, ResultSet old, int id) throws SQLException {
        Timestamp joined = old.getTimestamp("date_joined");
        update(
                target,
                "insert into auth_profile (id, user_id, first_name, last_name_1, is_default, role, is_active, label,"
                        + " settings, created_at, modified_at, deleted_by_cascade)"
                        + " values (?, ?, ?, ?, true, 'USER', true, '', '{}', ?, ?, false)",
                id,
                id,
                old.getString("first_name"),
                old.getString("last_name"),
                joined,
                joined);
    }

    private static void addLink(Connection target, ResultSet old, int id) throws SQLException {
        Timestamp joined = old.getTimestamp("date_joined");
        update(
                target,
                "insert into auth_legacy_link (id, link_key, source_system, entity, legacy_id, local_ref, run_id,"
                        + " fingerprint, created_at, modified_at) values (?, ?, 'old', 'users', ?, ?, 'loop', '', ?, ?)",
                id,
                "users-" + id,
                old.getString("id"),
                Integer.toString(id),
                joined,
                joined);
    }

    private static boolean exists(Connection target, String sql, String value) throws SQLException {
        try (PreparedStatement select = target.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void update(Connection target, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = target.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
