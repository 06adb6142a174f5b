package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.Mapped.NOW;
import static dev.lockstile.auth.jpa.internal.store.Mapped.named;
import static dev.lockstile.auth.jpa.internal.store.Mapped.open;
import static dev.lockstile.auth.jpa.internal.store.Mapped.unit;
import static dev.lockstile.auth.jpa.internal.store.Mapped.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.internal.store.Mapped.Member;
import dev.lockstile.auth.jpa.internal.store.Mapped.Mood;
import dev.lockstile.auth.jpa.internal.store.Mapped.Numbered;
import dev.lockstile.auth.jpa.internal.store.Mapped.Tier;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional updates as SQL do what Hibernate would have done, and whatever needs more than words goes through it. */
final class PlainUpdateTest {

    @Test
    void values_are_written_and_compared_as_the_mapping_says() {
        try (EntityManagerFactory unit = open(Member.class)) {
            Object key = write(unit, rows -> rows.insert(named(new Member(), "ana")));
            String hql = "update Member x set x.tier = :tier, x.mood = :mood, x.active = false, x.logins = x.logins + 1"
                    + " where x.keyNo = :id and x.tier = :seen and x.modifiedAt <= :now and x.active = true"
                    + " and (x.mood is null or x.mood <> :mood) and x.logins + :kept < x.allowed";
            assertThat(plain(unit, hql)).isTrue();
            assertThat(change(unit, hql, key, Tier.SILVER)).isZero();
            assertThat(change(unit, hql, key, Tier.GOLD)).isEqualTo(1);
            assertThat(change(unit, hql, key, Tier.GOLD)).isZero();
            Member read = write(unit, rows -> rows.session().find(Member.class, key));
            assertThat(read.tier).isEqualTo(Tier.SILVER);
            assertThat(read.mood).isEqualTo(Mood.CALM);
            assertThat(read.isActive()).isFalse();
            assertThat(read.logins).isEqualTo(1);
        }
    }

    private static int change(EntityManagerFactory unit, String hql, Object key, Tier seen) {
        return write(
                unit,
                rows -> rows.change(hql)
                        .setParameter("tier", Tier.SILVER)
                        .setParameter("mood", Mood.CALM)
                        .setParameter("id", key)
                        .setParameter("seen", seen)
                        .setParameter("now", NOW)
                        .setParameter("kept", 2)
                        .executeUpdate());
    }

    @Test
    void a_value_too_few_or_too_many_is_an_error() {
        try (EntityManagerFactory unit = open(Member.class)) {
            String hql = "update Member x set x.active = :active where x.keyNo = :id";
            assertThatThrownBy(() -> write(
                            unit,
                            rows -> rows.change(hql)
                                    .setParameter("active", true)
                                    .executeUpdate()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("update Member set");
            assertThatThrownBy(() -> write(
                            unit,
                            rows -> rows.change(hql)
                                    .setParameter("active", true)
                                    .setParameter("id", 1L)
                                    .setParameter("other", 1)
                                    .executeUpdate()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.logins = coalesce(x.logins, :logins) where x.keyNo = :id",
                "x.logins = 1 where x.keyNo in (:ids)",
                "x.logins = 1 where :given = true",
                "x.logins = 1 where x.friend.keyNo = :id",
                "x.friend = :friend where x.keyNo = :id",
                "x.username = 'ana' where x.keyNo = :id",
                "x.logins = 1 where x.scrambled = :text",
                "x.logins = 1 where x.unheardOf = :text",
                "x.logins = (select 1) where x.keyNo = :id"
            })
    void anything_but_simple_words_is_left_to_hibernate(String words) {
        try (EntityManagerFactory unit = open(Member.class)) {
            assertThat(plain(unit, "update Member x set " + words)).isFalse();
        }
    }

    @Test
    void an_entity_with_more_than_a_table_is_left_to_hibernate() {
        try (EntityManagerFactory unit = open(Member.class, Hidden.class, Filtered.class, Base.class, Derived.class)) {
            String words = " x set x.active = false where x.username = :name";
            assertThat(plain(unit, "update Member" + words)).isTrue();
            for (String name : List.of("Hidden", "Filtered", "Base", "Derived")) {
                assertThat(plain(unit, "update " + name + words)).as(name).isFalse();
            }
        }
    }

    @Test
    void a_filter_of_one_session_holds_there_and_nowhere_else() {
        try (EntityManagerFactory unit = open(Tenanted.class)) {
            PlainSql plain = new PlainSql();
            String hql = "update Tenanted x set x.active = false where x.username = :name";
            List<Boolean> seen = new ArrayList<>();
            for (boolean filtered : new boolean[] {false, true, false}) {
                unit.runInTransaction(manager -> {
                    Session session = manager.unwrap(Session.class);
                    if (filtered) {
                        session.enableFilter("tenant");
                    }
                    seen.add(plain.update(session.unwrap(SharedSessionContractImplementor.class), hql)
                            .isPresent());
                });
            }
            assertThat(seen).containsExactly(true, false, true);
        }
    }

    @Test
    void an_inspector_of_statements_sees_every_one() {
        List<String> seen = new ArrayList<>();
        StatementInspector inspector = sql -> {
            seen.add(sql);
            return sql;
        };
        try (EntityManagerFactory unit = unit(Member.class)
                .property("hibernate.session_factory.statement_inspector", inspector)
                .createEntityManagerFactory()) {
            write(unit, rows -> rows.insert(named(new Member(), "ana")));
            write(
                    unit,
                    rows -> rows.change("update Member x set x.active = false where x.username = :name")
                            .setParameter("name", "ana")
                            .executeUpdate());
            assertThat(seen).anyMatch(sql -> sql.startsWith("insert into Member"));
            assertThat(seen).anyMatch(sql -> sql.startsWith("update Member"));
        }
    }

    @Test
    void a_session_of_the_host_writes_what_waits_in_it_first() {
        try (EntityManagerFactory unit = open(Member.class)) {
            int changed = unit.callInTransaction(manager -> {
                manager.persist(named(new Member(), "ana"));
                Rows rows = new Rows(manager.unwrap(Session.class), new PlainSql(), false, false);
                return rows.change("update Member x set x.active = false where x.username = :name")
                        .setParameter("name", "ana")
                        .executeUpdate();
            });
            assertThat(changed).isEqualTo(1);
        }
    }

    private static boolean plain(EntityManagerFactory unit, String hql) {
        return write(
                unit,
                rows -> rows.plain()
                        .update(rows.session().unwrap(SharedSessionContractImplementor.class), hql)
                        .isPresent());
    }

    @Entity(name = "Hidden")
    @SQLRestriction("username <> 'nobody'")
    static class Hidden extends Numbered {}

    @Entity(name = "Filtered")
    @FilterDef(name = "named", autoEnabled = true, defaultCondition = "username is not null")
    @Filter(name = "named")
    static class Filtered extends Numbered {}

    @Entity(name = "Tenanted")
    @FilterDef(name = "tenant", defaultCondition = "username like 'a%'")
    @Filter(name = "tenant")
    static class Tenanted extends Numbered {}

    @Entity(name = "Base")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Base extends Numbered {}

    @Entity(name = "Derived")
    static class Derived extends Base {
        String more;
    }
}
