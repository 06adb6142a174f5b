package dev.lockstile.auth.jpa.internal.sql;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.model.UserInfo;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PersistenceConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.annotations.ColumnTransformer;

/** A persistence unit on a database of its own, and a user with columns of every kind that are still only columns. */
final class Mapped {

    static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123456Z");

    private Mapped() {}

    /** Runs it in a transaction of the library's. */
    static <R> R write(EntityManagerFactory unit, Function<Rows, R> work) {
        return unit.callInTransaction(
                manager -> work.apply(new Rows(manager.unwrap(Session.class), new PlainSql(), true, false)));
    }

    /** What the store knows of an entity whose key is that attribute. */
    static <E> HostEntity<E> entity(Class<E> type, String key) {
        try {
            return new HostEntity<>(type, type.getSimpleName(), key, Long.class, type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static <U extends AbstractUser> U named(U user, String name) {
        StoreAccess.identifier(user, new Identifier(IdentifierKind.USERNAME, name, name), name, null);
        StoreAccess.dates(user, new UserInfo.Dates(NOW, null, null));
        StoreAccess.times(user, NOW, NOW);
        return user;
    }

    static EntityManagerFactory open(Class<?>... mapped) {
        return unit(mapped).createEntityManagerFactory();
    }

    static PersistenceConfiguration unit(Class<?>... mapped) {
        PersistenceConfiguration unit = new PersistenceConfiguration("plain");
        List.of(mapped).forEach(unit::managedClass);
        return unit.property("jakarta.persistence.jdbc.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .property("hibernate.hbm2ddl.auto", "create");
    }

    enum Tier {
        GOLD,
        SILVER
    }

    enum Mood {
        CALM
    }

    static final class Letter implements AttributeConverter<Tier, String> {
        @Override
        public String convertToDatabaseColumn(Tier tier) {
            return tier.name().substring(0, 1);
        }

        @Override
        public Tier convertToEntityAttribute(String letter) {
            return letter.equals("G") ? Tier.GOLD : Tier.SILVER;
        }
    }

    @Embeddable
    static class Address {
        String street = "Main Street";
        String city;
    }

    @Entity(name = "Member")
    static class Member extends AbstractUser {
        @Id
        @GeneratedValue
        @Column(name = "key_no")
        Long keyNo;

        @Convert(converter = Letter.class)
        Tier tier = Tier.GOLD;

        @Enumerated(EnumType.STRING)
        Mood mood;

        @Embedded
        Address address = new Address();

        @Column(insertable = false)
        String filledByTheDatabase = "never written";

        int logins;
        int allowed = 4;

        @ColumnTransformer(read = "lower(scrambled)", write = "upper(?)")
        String scrambled;

        @ManyToOne
        Member friend;

        @Override
        public Long getId() {
            return keyNo;
        }
    }

    @MappedSuperclass
    abstract static class Numbered extends AbstractUser {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
