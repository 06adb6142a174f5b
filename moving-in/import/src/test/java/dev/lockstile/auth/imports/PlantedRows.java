package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Sql;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** Small old systems in which an attacker has planted rows on the address of another user. */
public final class PlantedRows {

    static final String VICTIM = "ceo@acme.example";
    static final String PLANTED = "old-harbour-4417";
    static final String HASH = "pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM=";

    public final Preset preset;
    public final JdbcDataSource database = new JdbcDataSource();
    private final String url = "jdbc:h2:mem:planted_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";

    private PlantedRows(Preset preset, String... statements) {
        this.preset = preset;
        database.setURL(url);
        execute(statements);
    }

    static PlantedRows fastApi() {
        return new PlantedRows(
                new FastApiUsersPreset(),
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)");
    }

    static PlantedRows django() {
        return new PlantedRows(
                DjangoPreset.standard(),
                "create table auth_user (id int primary key, password varchar, username varchar, email varchar, is_active"
                        + " boolean, is_staff boolean, is_superuser boolean, date_joined timestamp with time zone)",
                "create table core_customer (id int primary key, name varchar, email varchar, phone varchar)");
    }

    public static PlantedRows jb() {
        return new PlantedRows(
                JbDrfAuthPreset.discovering(),
                "create table a_user (id bigint primary key, password varchar, username varchar, email varchar, phone"
                        + " varchar, is_active boolean, is_staff boolean, is_superuser boolean, is_verified boolean,"
                        + " deleted timestamp with time zone, date_joined timestamp with time zone)",
                "create table a_profile (id bigint primary key, user_id bigint, is_default boolean, is_active boolean,"
                        + " role varchar, deleted timestamp with time zone)");
    }

    public void execute(String... statements) {
        Sql.execute(database, statements);
    }

    PlantedRows fu(int id, String email, String hash, boolean verified, boolean superuser) {
        execute("insert into fu_users values (" + id + ", '" + email + "', '" + hash + "', true, " + superuser + ", "
                + verified + ")");
        return this;
    }

    PlantedRows second(int id, String username, String email, boolean verified) {
        execute("insert into users values (" + id + ", '" + username + "', '" + email + "', '" + HASH + "', 1, 'ADMIN',"
                + " false, " + verified + ")");
        return this;
    }

    PlantedRows djangoUser(int id, String username, String email, boolean staff) {
        execute("insert into auth_user values (" + id + ", '" + HASH + "', '" + username + "', '" + email + "', true, "
                + staff + ", " + staff + ", timestamp with time zone '2020-01-0" + id + " 00:00:00+00')");
        return this;
    }

    PlantedRows customer(int id, String email, String phone) {
        execute("insert into core_customer values (" + id + ", 'Ann', '" + email + "', '" + phone + "')");
        return this;
    }

    public PlantedRows jbUser(int id, String email, String phone, boolean verified) {
        execute("insert into a_user values (" + id + ", '" + HASH + "', 'user" + id + "', '" + email + "', '" + phone
                + "', true, false, false, " + verified + ", null, timestamp with time zone '2020-01-01 00:00:00+00')");
        return this;
    }

    public Source open() {
        return JdbcSource.open(new SourceAccess(url, null, null));
    }
}
