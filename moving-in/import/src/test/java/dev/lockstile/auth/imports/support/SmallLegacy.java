package dev.lockstile.auth.imports.support;

import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A small jb-drf-auth project on H2, whose rows a test chooses. Values are SQL expressions. */
public final class SmallLegacy {

    private static final String DAY = "timestamp with time zone '2020-01-01 00:00:00+00'";

    private final JdbcDataSource database = new JdbcDataSource();
    private final String url;

    public SmallLegacy() {
        this("authentication");
    }

    public SmallLegacy(String app) {
        url = "jdbc:h2:mem:old_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        database.setURL(url);
        execute(
                "create table " + app + "_user (id bigint primary key, password varchar(128), last_login timestamp with"
                        + " time zone, is_superuser boolean, username varchar(400), is_staff boolean, is_active boolean,"
                        + " date_joined timestamp with time zone, deleted timestamp with time zone, deleted_by_cascade"
                        + " boolean, created timestamp with time zone, modified timestamp with time zone, email"
                        + " varchar(400), phone varchar(40), is_verified boolean, terms_and_conditions timestamp with"
                        + " time zone, settings varchar)",
                "create table " + app
                        + "_profile (id bigint primary key, user_id bigint, first_name varchar, last_name_1"
                        + " varchar, last_name_2 varchar, birthday date, gender varchar, is_default boolean, role varchar,"
                        + " settings varchar, picture varchar, label varchar, is_active boolean, created timestamp with"
                        + " time zone, modified timestamp with time zone, deleted timestamp with time zone,"
                        + " deleted_by_cascade boolean)",
                "create table " + app
                        + "_device (id bigint primary key, user_id bigint, platform varchar, name varchar,"
                        + " token varchar, notification_token varchar, linked_at timestamp with time zone, created"
                        + " timestamp with time zone, modified timestamp with time zone, deleted timestamp with time"
                        + " zone, deleted_by_cascade boolean)",
                "create table " + app + "_socialaccount (id bigint primary key, user_id bigint, provider varchar,"
                        + " provider_user_id varchar, email varchar, email_verified boolean, picture_url varchar,"
                        + " raw_response varchar, last_login_at timestamp with time zone, created timestamp with time"
                        + " zone, modified timestamp with time zone)");
    }

    /** The database itself. */
    public DataSource database() {
        return database;
    }

    /** Opens it as a source. */
    public JdbcSource source() {
        return JdbcSource.open(new SourceAccess(url, null, null));
    }

    public void execute(String... statements) {
        Sql.execute(database, statements);
    }

    /** Adds a user in good standing; the pairs of column and SQL expression replace the usual values. */
    public SmallLegacy user(long id, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", Long.toString(id));
        row.put("password", "'!x'");
        row.put("username", "'user" + id + "'");
        row.put("email", "'user" + id + "@example.com'");
        row.put("is_active", "true");
        row.put("is_verified", "true");
        row.put("is_staff", "false");
        row.put("is_superuser", "false");
        row.put("deleted_by_cascade", "false");
        row.put("date_joined", DAY);
        row.put("created", DAY);
        row.put("modified", DAY);
        row.put("settings", "'{}'");
        return insert("authentication_user", row, changes);
    }

    /** Adds an active default profile. */
    public SmallLegacy profile(long id, long user, String... changes) {
        Map<String, String> row = owned(id, user);
        row.put("is_default", "true");
        row.put("is_active", "true");
        row.put("role", "'USER'");
        row.put("label", "''");
        row.put("settings", "'{}'");
        return insert("authentication_profile", row, changes);
    }

    /** Adds a device. */
    public SmallLegacy device(long id, long user, String... changes) {
        Map<String, String> row = owned(id, user);
        row.put("platform", "'ios'");
        row.put("linked_at", DAY);
        return insert("authentication_device", row, changes);
    }

    /** Adds an account at another site. */
    public SmallLegacy social(long id, long user, String providerUserId) {
        Map<String, String> row = owned(id, user);
        row.put("provider", "'google'");
        row.put("provider_user_id", "'" + providerUserId + "'");
        row.put("email_verified", "true");
        row.put("raw_response", "'{\"secret\": 1}'");
        return insert("authentication_socialaccount", row);
    }

    private static Map<String, String> owned(long id, long user) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", Long.toString(id));
        row.put("user_id", Long.toString(user));
        row.put("created", DAY);
        row.put("modified", DAY);
        return row;
    }

    private SmallLegacy insert(String table, Map<String, String> row, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        String values = row.values().stream().collect(Collectors.joining(", "));
        execute("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + values + ")");
        return this;
    }
}
