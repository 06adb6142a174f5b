package dev.lockstile.auth.imports.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.test.TestPostgres;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A small Django project with the tables of django-otp 1.5 and of allauth.mfa 65, as their migrations make them, whose
 * rows a test chooses. Values are SQL expressions.
 */
public final class SmallDjango implements AutoCloseable {

    /** The password of all users, and Django's hash of it. */
    public static final String WORD = "old-harbour-4417";

    private static final String HASH = "'pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM='";
    private static final String DAY = "timestamp with time zone '2020-01-01 00:00:00+00'";

    private final String url;
    private final HikariDataSource database;

    private SmallDjango(String url, String json) {
        this.url = url;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        database = new HikariDataSource(config);
        execute(
                "create table auth_user (id int primary key, password varchar(128) not null, last_login timestamp with"
                        + " time zone, is_superuser boolean not null, username varchar(150) not null unique, first_name"
                        + " varchar(150) not null, last_name varchar(150) not null, email varchar(254) not null,"
                        + " is_staff boolean not null, is_active boolean not null, date_joined timestamp with time zone"
                        + " not null)",
                "create table otp_totp_totpdevice (id int primary key, name varchar(64) not null, confirmed boolean not"
                        + " null, key varchar(80) not null, step smallint not null, t0 bigint not null, digits smallint"
                        + " not null, tolerance smallint not null, drift smallint not null, last_t bigint not null,"
                        + " user_id int not null references auth_user, throttling_failure_count int not null default 0,"
                        + " throttling_failure_timestamp timestamp with time zone, created_at timestamp with time zone,"
                        + " last_used_at timestamp with time zone)",
                "create table otp_static_staticdevice (id int primary key, name varchar(64) not null, confirmed boolean"
                        + " not null, user_id int not null references auth_user, throttling_failure_count int not null"
                        + " default 0, throttling_failure_timestamp timestamp with time zone)",
                "create table otp_static_statictoken (id int primary key, token varchar(16) not null, device_id int not"
                        + " null references otp_static_staticdevice)",
                "create table otp_email_emaildevice (id int primary key, name varchar(64) not null, confirmed boolean"
                        + " not null, user_id int not null references auth_user, email varchar(254))",
                "create table mfa_authenticator (id bigint primary key, type varchar(20) not null, data " + json
                        + " not null, user_id int not null references auth_user, created_at timestamp with time zone"
                        + " not null, last_used_at timestamp with time zone)");
    }

    public static SmallDjango onH2() {
        return new SmallDjango(
                "jdbc:h2:mem:django_" + UUID.randomUUID()
                        + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=KEY",
                "varchar");
    }

    public static SmallDjango onPostgres() {
        return new SmallDjango(TestPostgres.freshDatabase(), "jsonb");
    }

    /** The database itself. */
    public DataSource database() {
        return database;
    }

    /** Its address, with a user who may do everything. */
    public String url() {
        return url;
    }

    /** Opens it as a source. */
    public JdbcSource source() {
        return JdbcSource.open(new SourceAccess(url, null, null));
    }

    public void execute(String... statements) {
        Sql.execute(database, statements);
    }

    /** Adds a user in good standing; pairs of column and SQL expression replace the usual values. */
    public SmallDjango user(long id, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", Long.toString(id));
        row.put("password", HASH);
        row.put("username", "'user" + id + "'");
        row.put("email", "'user" + id + "@example.com'");
        row.put("first_name", "'Ana'");
        row.put("last_name", "'Lima'");
        row.put("is_superuser", "false");
        row.put("is_staff", "false");
        row.put("is_active", "true");
        row.put("date_joined", DAY);
        return insert("auth_user", row, changes);
    }

    /** Adds a confirmed application of the usual form. */
    public SmallDjango totp(long id, long user, String hexKey, String... changes) {
        Map<String, String> row = device(id, user);
        row.put("key", "'" + hexKey + "'");
        row.put("step", "30");
        row.put("t0", "0");
        row.put("digits", "6");
        row.put("tolerance", "1");
        row.put("drift", "0");
        row.put("last_t", "-1");
        return insert("otp_totp_totpdevice", row, changes);
    }

    /** Adds a confirmed set of static tokens. */
    public SmallDjango tokens(long id, long user, String... tokens) {
        insert("otp_static_staticdevice", device(id, user));
        for (int i = 0; i < tokens.length; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("id", Long.toString(id * 100 + i));
            row.put("device_id", Long.toString(id));
            row.put("token", "'" + tokens[i] + "'");
            insert("otp_static_statictoken", row);
        }
        return this;
    }

    /** Adds a device that sends codes by e-mail. */
    public SmallDjango emailDevice(long id, long user) {
        return insert("otp_email_emaildevice", device(id, user));
    }

    /** Adds a row of allauth. */
    public SmallDjango authenticator(long id, long user, String type, String json, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", Long.toString(id));
        row.put("user_id", Long.toString(user));
        row.put("type", "'" + type + "'");
        row.put("data", "'" + json + "'");
        row.put("created_at", DAY);
        return insert("mfa_authenticator", row, changes);
    }

    private static Map<String, String> device(long id, long user) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", Long.toString(id));
        row.put("user_id", Long.toString(user));
        row.put("name", "'default'");
        row.put("confirmed", "true");
        return row;
    }

    private SmallDjango insert(String table, Map<String, String> row, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        String values = row.values().stream().collect(Collectors.joining(", "));
        execute("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + values + ")");
        return this;
    }

    @Override
    public void close() {
        database.close();
    }
}
