package dev.lockstile.auth.jpa.internal.sql;

import static dev.lockstile.auth.jpa.internal.sql.Mapped.NOW;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.named;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.open;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.internal.sql.Mapped.Member;
import dev.lockstile.auth.jpa.internal.sql.Mapped.Numbered;
import dev.lockstile.auth.jpa.internal.sql.Mapped.Tier;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrePersist;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.junit.jupiter.api.Test;

/** New rows past Hibernate's unit of work are those it would have written, and whatever needs it goes through it. */
final class PlainInsertTest {

    @Test
    void columns_of_the_host_are_written_as_its_mapping_says() {
        try (EntityManagerFactory unit = open(Member.class)) {
            Object key = write(unit, rows -> {
                assertThat(isPlain(rows, Member.class)).isTrue();
                return rows.insertAll(List.of(named(new Member(), "ana"), named(new Member(), "bea")))
                        .get(1);
            });
            Object[] cells = write(
                    unit,
                    rows -> rows.session()
                            .createNativeQuery(
                                    "select username, tier, street, city, is_active, created_at from member where key_no = ?",
                                    Object[].class)
                            .setParameter(1, key)
                            .getSingleResult());
            assertThat(cells).startsWith("bea", "G", "Main Street", null, true);
            Member read = write(unit, rows -> rows.session().find(Member.class, key));
            assertThat(read.getCreatedAt()).isEqualTo(NOW);
            assertThat(read.tier).isEqualTo(Tier.GOLD);
        }
    }

    @Test
    void an_entity_that_listens_goes_through_hibernate() {
        try (EntityManagerFactory unit = open(Watched.class)) {
            List<Object> keys = write(unit, rows -> {
                assertThat(isPlain(rows, Watched.class)).isFalse();
                return rows.insertAll(List.of(named(new Watched(), "ana"), named(new Watched(), "bea")));
            });
            String stamp = write(unit, rows -> rows.session().find(Watched.class, keys.get(1)).stamp);
            assertThat(stamp).isEqualTo("set before the insert");
        }
    }

    @Test
    void rows_that_a_cascade_or_an_embedded_collection_brings_are_written_too() {
        assertThat(broughtByTwo("prefs", Settled::new, Settled.class, Prefs.class))
                .isEqualTo(2);
        assertThat(broughtByTwo("tag", Tagged::new, Tagged.class, Crate.class, Container.class))
                .isEqualTo(4);
        assertThat(broughtByTwo("plan", Paying::new, Paying.class, Plan.class)).isEqualTo(2);
    }

    @Test
    void what_a_hook_left_in_the_session_is_written_too() {
        try (EntityManagerFactory unit = open(Member.class)) {
            write(unit, rows -> {
                rows.session().persist(named(new Member(), "waits"));
                rows.insert(named(new Member(), "ana"));
                rows.session().persist(named(new Member(), "waits too"));
                return rows.insertAll(List.of(named(new Member(), "bea")));
            });
            List<String> names = write(
                    unit,
                    rows -> rows.session()
                            .createSelectionQuery("select m.username from Member m order by m.username", String.class)
                            .getResultList());
            assertThat(names).containsExactly("ana", "bea", "waits", "waits too");
        }
    }

    @Test
    void a_row_that_lacks_something_is_refused_by_the_name_of_it() {
        try (EntityManagerFactory unit = open(Member.class)) {
            assertThatThrownBy(() -> write(unit, rows -> rows.insert(new Member())))
                    .hasMessageContaining("Member.createdAt");
        }
    }

    @Test
    void a_listener_that_comes_late_hears_of_the_next_row() {
        try (EntityManagerFactory unit = open(Member.class)) {
            PlainSql plain = new PlainSql();
            List<Object> heard = new ArrayList<>();
            Function<String, Object> insert = name -> unit.callInTransaction(manager ->
                    new Rows(manager.unwrap(Session.class), plain, true, false).insert(named(new Member(), name)));
            insert.apply("ana");
            unit.unwrap(SessionFactoryImplementor.class)
                    .getEventListenerGroups()
                    .eventListenerGroup_PRE_INSERT
                    .appendListener(event -> !heard.add(event.getId()));
            Object key = insert.apply("bea");
            assertThat(heard).containsExactly(key);
        }
    }

    /** How many rows of another table two new users bring with them. */
    private static long broughtByTwo(String table, Supplier<? extends AbstractUser> made, Class<?>... mapped) {
        try (EntityManagerFactory unit = open(mapped)) {
            return write(unit, rows -> {
                assertThat(isPlain(rows, mapped[0])).as(table).isFalse();
                rows.insertAll(List.of(named(made.get(), "ana"), named(made.get(), "bea")));
                return rows.session()
                        .createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult();
            });
        }
    }

    private static boolean isPlain(Rows rows, Class<?> type) {
        return rows.plain()
                .insert(rows.session().unwrap(SharedSessionContractImplementor.class), type)
                .isPresent();
    }

    @Entity(name = "Watched")
    static class Watched extends Numbered {
        String stamp;

        @PrePersist
        void stamp() {
            stamp = "set before the insert";
        }
    }

    @Entity(name = "Settled")
    static class Settled extends Numbered {
        @OneToOne(mappedBy = "owner", cascade = CascadeType.ALL)
        Prefs prefs = new Prefs(this);
    }

    @Entity(name = "Prefs")
    static class Prefs {
        @Id
        @GeneratedValue
        Long id;

        @OneToOne
        Settled owner;

        protected Prefs() {}

        Prefs(Settled owner) {
            this.owner = owner;
        }
    }

    @Entity(name = "Tagged")
    static class Tagged extends Numbered {
        @Embedded
        Crate crate = new Crate();
    }

    @Embeddable
    static class Crate {
        @Embedded
        Container box = new Container();
    }

    @Embeddable
    static class Container {
        String label = "label";

        @ElementCollection
        @CollectionTable(name = "tag")
        List<String> tags = new ArrayList<>(List.of("new", "imported"));
    }

    @Entity(name = "Paying")
    static class Paying extends Numbered {
        @ManyToOne(cascade = CascadeType.PERSIST)
        Plan plan = new Plan();
    }

    @Entity(name = "Plan")
    static class Plan {
        @Id
        @GeneratedValue
        Long id;
    }
}
