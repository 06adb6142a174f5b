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

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractPersonData() {}

    /** {@return the first name; null when it is not known} */
    public @Nullable String getFirstName() {
        return firstName;
    }

    /** {@return the first last name; null when it is not known} */
    public @Nullable String getLastName1() {
        return lastName1;
    }

    /** {@return the second last name, where people have two; null when there is none} */
    public @Nullable String getLastName2() {
        return lastName2;
    }

    /** {@return the day of birth; null when it is not known} */
    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    /** {@return one of the host's own words, such as {@code FEMALE}; null when it is not known} */
    public @Nullable String getGender() {
        return gender;
    }

    /** {@return all that describes the person, as one value} */
    public Person getPerson() {
        return new Person(firstName, lastName1, lastName2, birthday, gender);
    }

    /** {@return first name and one last name; empty when neither is known} */
    public String getDisplayName() {
        return getPerson().displayName();
    }

    /** {@return first name and both last names; empty when none is known} */
    public String getFullName() {
        return getPerson().fullName();
    }

    /**
     * Replaces names, birthday and gender.
     *
     * @param person takes the place of all five; its nulls empty them
     */
    public void describe(Person person) {
        firstName = person.firstName();
        lastName1 = person.lastName1();
        lastName2 = person.lastName2();
        birthday = person.birthday();
        gender = person.gender();
    }
}
