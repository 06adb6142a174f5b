package dev.lockstile.examples.fields;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** A host with fields of its own, as the page on the endpoints shows it. */
final class FieldsHost {

    static final List<String> COLUMNS = List.of(
            "alter table auth_user add column company varchar(120)",
            "alter table auth_user add column founded_on date",
            "alter table auth_user add column seats integer default 1 not null",
            "alter table auth_user add column wants_news boolean default false not null",
            "alter table auth_profile add column department varchar(60)");

    private FieldsHost() {}

    // spotless:off
    // region: fields-entity
    @Entity @Table(name = "auth_user")
    static class User extends AbstractUser {
        @Id @GeneratedValue Long id;
        @Column(length = 120) String company;
        @Column(name = "founded_on") LocalDate foundedOn;
        int seats = 1;
        @Column(name = "wants_news") boolean wantsNews;
        @Override public Long getId() { return id; }
    }
    // end: fields-entity

    @Entity @Table(name = "auth_profile")
    static class Profile extends AbstractProfile<User> {
        @Id @GeneratedValue Long id;
        @Column(length = 60) String department;
        @Override public Long getId() { return id; }
    }

    @Entity @Table(name = "auth_otp_code") static class OtpCode extends AbstractOtpCode { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }
    @Entity @Table(name = "auth_session") static class Session extends AbstractSession<User> { @Id @GeneratedValue Long id; @Override public Long getId() { return id; } }

    static AuthBuilder declare(AuthBuilder builder) {
        // region: declaring-fields
        HostField company = HostField.text("company", 120).required();
        builder.registrationFields(company, HostField.number("seats", 1, 500), HostField.date("founded_on"))
                .accountFields(company, HostField.flag("wants_news"),
                        HostField.number("seats", 1, 500).checkedBy(seats -> (Long) seats % 2 == 1))
                .profileFields("department");  // a text of at most 255 characters
        // end: declaring-fields
        return builder.profileFields(HostField.text("department", 60));
    }
    // spotless:on

    static PersistenceConfiguration unit() {
        PersistenceConfiguration unit = new PersistenceConfiguration("fields");
        List.of(User.class, Profile.class, OtpCode.class, Session.class).forEach(unit::managedClass);
        return unit.property("hibernate.hbm2ddl.auto", "validate");
    }

    /** The columns that no field may lie in, for a host that declares them all the same. */
    static List<HostField> unfit() {
        return List.of(
                HostField.text("nobody", 10),
                HostField.text("seats", 10),
                HostField.number("many_seats", 1, Long.MAX_VALUE).inAttribute("seats"),
                HostField.text("long_company", 121).inAttribute("company"),
                HostField.text("key", 10).inAttribute("id"));
    }
}
