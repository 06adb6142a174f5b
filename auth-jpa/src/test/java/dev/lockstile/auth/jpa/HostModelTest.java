package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host hears about entities that do not fit. */
final class HostModelTest {

    @Test
    void everything_that_is_wrong_is_told_at_once_with_the_line_to_write() {
        try (EntityManagerFactory emf = unit(OneUser.class, OtherUser.class, OddCode.class)) {
            assertThatThrownBy(() -> JpaAuthStore.of(emf))
                    .isInstanceOfSatisfying(
                            HostModelException.class,
                            e -> assertThat(e.problems())
                                    .extracting(HostModelException.Problem::id)
                                    .containsExactly("JPA-03", "JPA-02", "JPA-06", "JPA-02"))
                    .hasMessageContaining("OneUser")
                    .hasMessageContaining("JpaAuthStore.builder(emf).user(")
                    .hasMessageContaining("@Entity class Profile extends AbstractProfile<Member>")
                    .hasMessageContaining("@Entity class Session extends AbstractSession<Member>");
        }
    }

    @Test
    void naming_the_entity_settles_which_one_is_meant() {
        try (EntityManagerFactory emf = unit(OneUser.class, OtherUser.class)) {
            assertThat(problemsOf(JpaAuthStore.builder(emf).user(OneUser.class)))
                    .doesNotContain("JPA-03");
        }
    }

    @Test
    void a_named_class_that_is_no_entity_here_is_told() {
        try (EntityManagerFactory emf = unit(OneUser.class)) {
            assertThat(problemsOf(JpaAuthStore.builder(emf).user(OtherUser.class)))
                    .contains("JPA-04");
        }
    }

    @Test
    void of_a_hierarchy_the_root_is_meant() {
        try (EntityManagerFactory emf = unit(OneUser.class, SpecialUser.class)) {
            assertThat(problemsOf(JpaAuthStore.builder(emf))).doesNotContain("JPA-03");
        }
    }

    @Test
    void a_class_without_a_constructor_of_no_arguments_is_told() {
        try (EntityManagerFactory emf = unit(StubbornUser.class)) {
            assertThat(problemsOf(JpaAuthStore.builder(emf))).contains("JPA-08");
        }
    }

    @Test
    void a_table_name_is_a_plain_identifier() {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.H2)) {
            JpaAuthStoreBuilder builder = host.builder().outboxTable("x; drop table y");
            assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> problemsOf(JpaAuthStoreBuilder builder) {
        try {
            builder.build();
            return List.of();
        } catch (HostModelException e) {
            return e.problems().stream().map(HostModelException.Problem::id).toList();
        }
    }

    private static EntityManagerFactory unit(Class<?>... entities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("unfit");
        for (Class<?> entity : entities) {
            unit.managedClass(entity);
        }
        return unit.property("jakarta.persistence.jdbc.url", "jdbc:h2:mem:unfit")
                .createEntityManagerFactory();
    }

    @Entity
    @Table(name = "one_user")
    static class OneUser extends AbstractUser {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    static class SpecialUser extends OneUser {}

    @Entity
    @Table(name = "other_user")
    static class OtherUser extends AbstractUser {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "stubborn_user")
    static class StubbornUser extends AbstractUser {
        @Id
        Long id;

        StubbornUser(Long id) {
            this.id = id;
        }

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "odd_code")
    static class OddCode extends AbstractOtpCode {
        @Id
        BigDecimal id;

        @Override
        public BigDecimal getId() {
            return id;
        }
    }
}
