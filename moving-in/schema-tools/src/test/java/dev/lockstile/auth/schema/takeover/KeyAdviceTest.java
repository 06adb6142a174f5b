package dev.lockstile.auth.schema.takeover;

import static dev.lockstile.auth.schema.takeover.TakeoverHost.execute;
import static dev.lockstile.auth.schema.takeover.TakeoverHost.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.test.ProposedEntities;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of keys that the database does not give, where the application has a counter of its own. */
final class KeyAdviceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_sequence_of_another_name_is_told_before_an_identity_is_advised(TestDatabase database) throws Exception {
        try (HikariDataSource pool = database.open();
                HikariDataSource fresh = database.open()) {
            execute(
                    pool,
                    "create sequence people_numbers start with 5001 increment by 50",
                    "create table users (id bigint primary key, email varchar(254) unique, password varchar(255))",
                    "insert into users (id, email) values (4711, 'ana@example.org')");
            for (HikariDataSource one : List.of(pool, fresh)) {
                execute(
                        one,
                        "create sequence invoices",
                        "create table invoice (id bigint default " + next(database, "invoices") + " primary key)");
            }
            String statement = "alter table users alter column id set default " + next(database, "people_numbers");
            assertThat(questions(pool, Map.of()))
                    .singleElement()
                    .asString()
                    .contains("The application may take it from the sequence people_numbers,")
                    .contains(statement + ". Only where the application uses none of them");
            execute(pool, statement);
            assertThat(questions(pool, Map.of())).isEmpty();
            TakeoverPlan plan = new TakeoverHost(root).adopt(pool, fresh, "numbered");
            addPerson(ProposedEntities.compile(plan.entities(), "numbered", root.resolve("again")), pool);
            execute(
                    pool,
                    "insert into users (email) values ('new@example.org')",
                    "insert into users (id, email) values (" + next(database, "people_numbers")
                            + ", 'old@example.org')");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_advised_identity_begins_behind_the_keys(TestDatabase database) throws Exception {
        try (HikariDataSource pool = database.open()) {
            execute(
                    pool,
                    "create table users (id bigint not null primary key, email varchar(254), password varchar(255))");
            String advice = questions(pool, Map.of()).get(0);
            execute(pool, advice.replaceFirst(".*: (alter table .*), begun behind the last number.*", "$1"));
            assertThat(questions(pool, Map.of())).isEmpty();
            execute(pool, "insert into users (email) values ('new@example.org')");
            assertThat(rows(pool, "select id from users")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_table_of_hibernates_numbers_is_told_before_an_identity_is_advised(TestDatabase database) {
        try (HikariDataSource pool = database.open()) {
            execute(
                    pool,
                    "create table hibernate_sequences (sequence_name varchar(255) primary key, next_val bigint)",
                    "create table users (id bigint primary key, email varchar(254), password varchar(255))");
            assertThat(questions(pool, Map.of()))
                    .singleElement()
                    .asString()
                    .contains(
                            "The application counts in hibernate_sequences, and an identity would give the same numbers");
        }
    }

    private static void addPerson(List<Class<?>> entities, HikariDataSource pool) throws Exception {
        try (EntityManagerFactory factory = TakeoverHost.open(entities, pool);
                EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            AbstractUser user = (AbstractUser) entities.stream()
                    .filter(entity -> entity.getSimpleName().equals("User"))
                    .findFirst()
                    .orElseThrow()
                    .getConstructor()
                    .newInstance();
            user.touch(NOW);
            StoreAccess.dates(user, new UserInfo.Dates(NOW, null, null));
            manager.persist(user);
            manager.getTransaction().commit();
            assertThat(user.getId())
                    .isInstanceOfSatisfying(Long.class, id -> assertThat(id).isGreaterThan(4711));
        }
    }

    private static String next(TestDatabase database, String sequence) {
        return switch (database) {
            case POSTGRES -> "nextval('" + sequence + "')";
            case H2 -> "next value for " + sequence;
            case MARIADB -> "(next value for " + sequence + ")";
        };
    }

    private static List<String> questions(HikariDataSource pool, Map<String, String> tables) {
        return SchemaTakeover.of(pool).plan(new TakeoverOptions("odd", tables)).questions();
    }
}
