package dev.lockstile.auth.imports;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** What is looked at where users keep the old system's ids. */
public abstract class KeptIdsFixture extends UpdateFixture {

    public static final ImportOptions KEEP = ImportOptions.defaults().withIdsKept();

    List<String> ids() {
        return host.rows("select id from auth_user order by id").stream()
                .map(row -> row.get("id"))
                .toList();
    }

    /** The key of a user who comes to this host otherwise. */
    long candidate() {
        String name = "'somebody'";
        importing.run(
                new SmallLegacy()
                        .user(1, "email", "'somebody@example.com'", "username", name)
                        .source(),
                ImportOptions.defaults().withSystem("other"));
        return Long.parseLong(host.rows("select id from auth_user where username = " + name)
                .get(0)
                .get("id"));
    }

    /** Two old tables of people with these rows. */
    static SourceAccess twoTables(String... inserts) {
        String url = "jdbc:h2:mem:ids_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        JdbcDataSource tables = new JdbcDataSource();
        tables.setURL(url);
        Sql.execute(
                tables,
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)");
        Sql.execute(tables, inserts);
        return new SourceAccess(url, null, null);
    }

    static ImportTarget target(AuthStore store) {
        return new ImportTarget(
                store,
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                Clock.fixed(Importing.NOW, ZoneOffset.UTC));
    }
}
