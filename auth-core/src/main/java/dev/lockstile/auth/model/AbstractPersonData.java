package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What describes a person in few words: names, birthday, gender. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractPersonData extends AbstractSoftDeletable {

    @Column(name = "first_name", length = 100)
    private @Nullable String firstName;

    @Column(name = "last_name_1", length = 150)
    private @Nullable String lastName1;

    @Column(name = "last_name_2", length = 150)
    private @Nullable String lastName2;

    @Column(name = "birthday")
    private @Nullable LocalDate birthday;

    @Column(name = "gender", length = 50)
    private @Nullable String gender;

    public @Nullable String getFirstName() {
        return firstName;
    }

    public @Nullable String getLastName1() {
        return lastName1;
    }

    public @Nullable String getLastName2() {
        return lastName2;
    }

    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    public @Nullable String getGender() {
        return gender;
    }

    /** All that describes the person, as one value. */
    public Person getPerson() {
        return new Person(firstName, lastName1, lastName2, birthday, gender);
    }

    /** First name and one last name. */
    public String getDisplayName() {
        return getPerson().displayName();
    }

    /** First name and both last names. */
    public String getFullName() {
        return getPerson().fullName();
    }

    /** Replaces names, birthday and gender. */
    public void describe(Person person) {
        firstName = person.firstName();
        lastName1 = person.lastName1();
        lastName2 = person.lastName2();
        birthday = person.birthday();
        gender = person.gender();
    }
}
