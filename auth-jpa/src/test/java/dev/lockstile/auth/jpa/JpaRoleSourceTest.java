package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.model.AbstractRole;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Roles in a table of the host's. */
final class JpaRoleSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final CountingDataSource counter = new CountingDataSource();
    private HikariDataSource pool;
    private EntityManagerFactory emf;
    private JpaAuthStore store;

    private JpaRoleSource open(TestDatabase database) {
        pool = database.open();
        PersistenceConfiguration unit = new PersistenceConfiguration("roles");
        TestHost.PLAIN.entities().forEach(unit::managedClass);
        unit.managedClass(JobRole.class);
        unit.property("hibernate.connection.datasource", counter.around(pool));
        unit.property("hibernate.hbm2ddl.auto", "create");
        emf = unit.createEntityManagerFactory();
        store = JpaAuthStore.of(emf);
        return JpaRoleSource.of(store, JobRole.class);
    }

    @AfterEach
    void close() {
        if (emf != null) {
            emf.close();
            pool.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void one_statement_reads_every_role_as_it_is_now(TestDatabase database) {
        JpaRoleSource source = open(database);
        assertThat(source.roles()).isEmpty();
        emf.runInTransaction(em -> {
            em.persist(JobRole.of("reader", Set.of("orders:read"), Set.of()));
            em.persist(JobRole.of("lead", Set.of("orders:refund", "orders:void"), Set.of("reader")));
        });
        assertThat(source.roles())
                .containsExactlyInAnyOrder(
                        Role.named("reader").may("orders:read"),
                        Role.named("lead").may("orders:refund", "orders:void").including("reader"));
        assertThat(counter.during(source::roles)).hasSize(1);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_transaction_of_the_thread_is_read_in_and_no_second_connection_is_taken(TestDatabase database) {
        JpaRoleSource source = open(database);
        pool.getHikariConfigMXBean().setMaximumPoolSize(1);
        emf.runInTransaction(em -> em.persist(JobRole.of("reader", Set.of("orders:read"), Set.of())));
        Collection<Role> found = store.alone(tx -> {
            tx.users().anySuperuser();
            return source.roles();
        });
        assertThat(found).hasSize(1);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_row_without_words_permits_nothing_and_one_without_a_name_is_no_role(TestDatabase database) {
        JpaRoleSource source = open(database);
        emf.runInTransaction(em -> {
            for (String column : List.of("name", "permissions", "includes")) {
                em.createNativeQuery("alter table job_role alter column " + column + " drop not null")
                        .executeUpdate();
            }
            em.persist(JobRole.of("reader", Set.of("orders:read"), Set.of()));
            em.persist(JobRole.of("empty", Set.of(), Set.of()));
            em.persist(JobRole.of("nameless", Set.of("orders:read"), Set.of()));
            em.flush();
            em.createNativeQuery("update job_role set permissions = null, includes = null where name = 'empty'")
                    .executeUpdate();
            em.createNativeQuery("update job_role set name = null where name = 'nameless'")
                    .executeUpdate();
        });
        assertThat(source.roles())
                .containsExactlyInAnyOrder(Role.named("reader").may("orders:read"), Role.named("empty"));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_name_stands_once(TestDatabase database) {
        open(database);
        emf.runInTransaction(em -> em.persist(JobRole.of("reader", Set.of(), Set.of())));
        assertThatThrownBy(() -> emf.runInTransaction(em -> em.persist(JobRole.of("reader", Set.of(), Set.of()))))
                .isNotNull();
        JobRole row = JobRole.of("lead", List.of("b:b", "a:a"), Set.of("reader"));
        assertThat(row.getPermissions()).containsExactlyInAnyOrder("a:a", "b:b");
        assertThat(row.getIncludes()).containsExactly("reader");
    }

    @Entity(name = "JobRole")
    @Table(name = "job_role")
    static class JobRole extends AbstractRole {

        @Id
        @GeneratedValue
        Long id;

        static JobRole of(String name, Collection<String> permissions, Collection<String> includes) {
            JobRole row = new JobRole();
            row.define(name, permissions, includes);
            row.touch(NOW);
            return row;
        }

        @Override
        public Long getId() {
            return id;
        }
    }
}
