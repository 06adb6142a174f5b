package dev.lockstile.auth.jpa.internal.sql;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAfter;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAtMost;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isBelow;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNot;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isOneOf;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.NOW;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.named;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.open;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.unit;
import static dev.lockstile.auth.jpa.internal.sql.Mapped.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.sql.Mapped.Member;
import dev.lockstile.auth.jpa.internal.sql.Mapped.Mood;
import dev.lockstile.auth.jpa.internal.sql.Mapped.Numbered;
import dev.lockstile.auth.jpa.internal.sql.Mapped.Tier;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;

/**
 * Conditional updates as SQL do what Hibernate would have done, and whatever is more than an UPDATE goes through it.
 */
final class PlainUpdateTest {

    private static final HostEntity<Member> MEMBER = Mapped.entity(Member.class, "keyNo");

    @Test
    void values_are_written_and_compared_as_the_mapping_says() {
        try (EntityManagerFactory unit = open(Member.class)) {
            Object key = write(unit, rows -> rows.insert(named(new Member(), "ana")));
            boolean plain = write(unit, rows -> change(rows, key, Tier.SILVER).isPlain());
            assertThat(plain).isTrue();
            assertThat(writePlainly(unit, key, Tier.SILVER)).isZero();
            assertThat(writePlainly(unit, key, Tier.GOLD)).isEqualTo(1);
            assertThat(writePlainly(unit, key, Tier.GOLD)).isZero();
            Member read = write(unit, rows -> rows.session().find(Member.class, key));
            assertThat(read.tier).isEqualTo(Tier.SILVER);
            assertThat(read.mood).isEqualTo(Mood.CALM);
            assertThat(read.isActive()).isFalse();
            assertThat(read.logins).isEqualTo(1);
        }
    }

    private static ConditionalUpdate change(Rows rows, Object key, Tier seen) {
        return rows.update(MEMBER)
                .set("tier", Tier.SILVER)
                .set("mood", Mood.CALM)
                .set("active", false)
                .clear("admittedAt")
                .clearUnless("phoneVerifiedAt", "phoneKey")
                .keep("username")
                .increment("logins")
                .whereKey(key)
                .where(is("tier", seen), isAtMost("modifiedAt", NOW), isAfter("createdAt", NOW.minusSeconds(1)))
                .where(is("active", true), is("mood", null), isNot("username", "bea"), isNull("deletedAt"))
                .where(isOneOf("allowed", List.of(3, 4)), isBelow("logins", 2, "allowed"));
    }

    @Test
    void hibernate_runs_the_same_update_as_it_runs_as_sql() {
        try (EntityManagerFactory unit = open(Member.class)) {
            Object key = write(unit, rows -> rows.insert(named(new Member(), "ana")));
            assertThat(writeThroughHibernate(unit, key, Tier.SILVER)).isZero();
            assertThat(writeThroughHibernate(unit, key, Tier.GOLD)).isEqualTo(1);
            assertThat(writeThroughHibernate(unit, key, Tier.GOLD)).isZero();
            Member read = write(unit, rows -> rows.session().find(Member.class, key));
            assertThat(read.tier).isEqualTo(Tier.SILVER);
            assertThat(read.isActive()).isFalse();
            assertThat(read.logins).isEqualTo(1);
        }
    }

    private static int writePlainly(EntityManagerFactory unit, Object key, Tier seen) {
        return write(unit, rows -> change(rows, key, seen).run());
    }

    private static int writeThroughHibernate(EntityManagerFactory unit, Object key, Tier seen) {
        return unit.callInTransaction(manager -> {
            Rows joined = new Rows(manager.unwrap(Session.class), new PlainSql(), false, false);
            ConditionalUpdate update = change(joined, key, seen);
            assertThat(update.isPlain()).isFalse();
            return update.run();
        });
    }

    @Test
    void an_attribute_without_a_value_is_compared_with_none() {
        try (EntityManagerFactory unit = open(Member.class)) {
            Object key = write(unit, rows -> rows.insert(named(new Member(), "ana")));
            for (String attribute : List.of("phone", "username")) {
                int changed = write(
                        unit,
                        rows -> rows.update(MEMBER)
                                .set("mood", null)
                                .whereKey(key)
                                .where(is(attribute, null))
                                .run());
                assertThat(changed).as(attribute).isEqualTo(attribute.equals("phone") ? 1 : 0);
            }
        }
    }

    @Test
    void an_attribute_that_is_no_plain_column_is_left_to_hibernate() {
        try (EntityManagerFactory unit = open(Member.class)) {
            Clause condition = is("keyNo", 1L);
            assertThat(plain(unit, "logins", 1, condition)).isTrue();
            assertThat(plain(unit, "logins", 1, is("friend.keyNo", 1L))).isFalse();
            assertThat(plain(unit, "friend", null, condition)).isFalse();
            assertThat(plain(unit, "logins", 1, is("scrambled", "text"))).isFalse();
            assertThat(plain(unit, "logins", 1, is("address.city", "text"))).isFalse();
            assertThat(plain(unit, "logins", 1, is("unheardOf", "text"))).isFalse();
        }
    }

    private static boolean plain(EntityManagerFactory unit, String attribute, Object value, Clause condition) {
        return write(
                unit,
                rows -> rows.update(MEMBER)
                        .set(attribute, value)
                        .where(condition)
                        .isPlain());
    }

    @Test
    void an_attribute_of_an_association_is_compared_all_the_same() {
        try (EntityManagerFactory unit = open(Member.class)) {
            Object key = write(unit, rows -> rows.insert(named(new Member(), "ana")));
            Member bea = named(new Member(), "bea");
            write(unit, rows -> {
                bea.friend = rows.session().getReference(Member.class, key);
                return rows.insert(bea);
            });
            int changed = write(
                    unit,
                    rows -> rows.update(MEMBER)
                            .set("active", false)
                            .where(is("friend.keyNo", key))
                            .run());
            assertThat(changed).isEqualTo(1);
        }
    }

    @Test
    void a_quoted_column_keeps_its_name() {
        try (EntityManagerFactory unit = open(Quoted.class)) {
            HostEntity<Quoted> quoted = Mapped.entity(Quoted.class, "id");
            Object key = write(unit, rows -> rows.insert(named(new Quoted(), "ana")));
            boolean changed = write(unit, rows -> {
                ConditionalUpdate update =
                        rows.update(quoted).set("order", "last").clear("phone").whereKey(key);
                assertThat(update.isPlain()).isTrue();
                return update.where(is("order", "first")).runOnOne();
            });
            assertThat(changed).isTrue();
        }
    }

    @Test
    void a_transaction_that_only_reads_refuses_an_update() {
        try (EntityManagerFactory unit = open(Member.class)) {
            unit.runInTransaction(manager -> {
                Rows reading = new Rows(manager.unwrap(Session.class), new PlainSql(), false, true);
                ConditionalUpdate update =
                        reading.update(MEMBER).set("active", false).whereKey(1L);
                assertThatThrownBy(update::run).isInstanceOf(IllegalStateException.class);
            });
        }
    }

    @Test
    void an_entity_with_more_than_a_table_is_left_to_hibernate() {
        try (EntityManagerFactory unit = open(Member.class, Hidden.class, Filtered.class, Base.class, Derived.class)) {
            assertThat(plain(unit, MEMBER)).isTrue();
            for (Class<?> type : List.of(Hidden.class, Filtered.class, Base.class, Derived.class)) {
                assertThat(plain(unit, Mapped.entity(type, "id")))
                        .as(type.getName())
                        .isFalse();
            }
        }
    }

    private static boolean plain(EntityManagerFactory unit, HostEntity<?> entity) {
        return write(unit, rows -> deactivate(rows, entity).isPlain());
    }

    private static ConditionalUpdate deactivate(Rows rows, HostEntity<?> entity) {
        return rows.update(entity).set("active", false).where(is("username", "ana"));
    }

    @Test
    void a_filter_of_one_session_holds_there_and_nowhere_else() {
        try (EntityManagerFactory unit = open(Tenanted.class)) {
            PlainSql plain = new PlainSql();
            HostEntity<Tenanted> tenanted = Mapped.entity(Tenanted.class, "id");
            List<Boolean> seen = new ArrayList<>();
            for (boolean filtered : new boolean[] {false, true, false}) {
                unit.runInTransaction(manager -> {
                    Session session = manager.unwrap(Session.class);
                    if (filtered) {
                        session.enableFilter("tenant");
                    }
                    seen.add(deactivate(new Rows(session, plain, true, false), tenanted)
                            .isPlain());
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
            write(unit, rows -> deactivate(rows, MEMBER).run());
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
                return deactivate(rows, MEMBER).run();
            });
            assertThat(changed).isEqualTo(1);
        }
    }

    @Entity(name = "Quoted")
    @Table(name = "`Select`")
    @AttributeOverride(name = "phone", column = @Column(name = "`from`"))
    static class Quoted extends Numbered {
        @Column(name = "`order`")
        String order = "first";
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
