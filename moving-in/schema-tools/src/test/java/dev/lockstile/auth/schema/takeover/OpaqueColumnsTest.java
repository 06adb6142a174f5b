package dev.lockstile.auth.schema.takeover;

import static dev.lockstile.auth.schema.takeover.TakeoverHost.execute;
import static dev.lockstile.auth.schema.takeover.TakeoverHost.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.check.HostCheck;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.test.ProposedEntities;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and digests of this library beside columns in which upper and lower case are the same. */
final class OpaqueColumnsTest {

    @TempDir
    private Path root;

    @Test
    void own_keys_tell_case_apart_in_a_table_that_does_not_and_the_old_columns_compare_as_before() throws Exception {
        try (HikariDataSource pool = TestDatabase.MARIADB.open();
                HikariDataSource fresh = TestDatabase.MARIADB.open()) {
            for (HikariDataSource one : List.of(pool, fresh)) {
                execute(
                        one,
                        "alter database " + one.getJdbcUrl().replaceFirst(".*/(\\w+).*", "$1")
                                + " collate utf8mb4_general_ci");
            }
            execute(
                    pool,
                    "create table users (id bigint unsigned not null auto_increment primary key, name varchar(255) not"
                            + " null, email varchar(255) not null, email_verified_at timestamp null, password varchar(255)"
                            + " not null, created_at timestamp null, updated_at timestamp null, unique users_email_unique"
                            + " (email)) engine=InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci",
                    "insert into users (name, email, password) values ('Ana', 'Ana@example.org', 'x')");
            TakeoverHost host = new TakeoverHost(root);
            TakeoverPlan plan = host.adopt(pool, fresh, "opaque");
            EntityModel entities = EntityModel.of(
                    TakeoverHost.unit(ProposedEntities.compile(plan.entities(), "opaque", root.resolve("checked"))));
            for (HikariDataSource one : List.of(pool, fresh)) {
                assertThat(HostCheck.of(host.schema(one), entities, root))
                        .filteredOn(finding -> finding.id().equals("HM-07"))
                        .isEmpty();
            }
            assertThat(rows(
                            pool,
                            "select column_name, collation_name from information_schema.columns where table_schema ="
                                    + " database() and table_name = 'users' and column_name in ('email', 'email_key',"
                                    + " 'name') order by 1"))
                    .containsExactly(
                            "email,utf8mb4_unicode_ci", "email_key,utf8mb4_nopad_bin", "name,utf8mb4_unicode_ci");
            assertThat(rows(pool, "select name from users where email = 'ana@EXAMPLE.org'"))
                    .containsExactly("Ana");
        }
    }
}
