package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Personal data of a profile: names, birthday and gender. */
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractPersonData() {}

    /** {@return the first name; null when unknown} */
    public @Nullable String getFirstName() {
        return firstName;
    }

    /** {@return the first family name; null when unknown} */
    public @Nullable String getLastName1() {
        return lastName1;
    }

    /** {@return the second family name, as in Spanish names; null when there is none} */
    public @Nullable String getLastName2() {
        return lastName2;
    }

    /** {@return the date of birth; null when unknown} */
    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    /** {@return a value that the host defines, such as {@code FEMALE}; null when unknown} */
    public @Nullable String getGender() {
        return gender;
    }

    /** {@return names, birthday and gender as one value} */
    public Person getPerson() {
        return new Person(firstName, lastName1, lastName2, birthday, gender);
    }

    /** {@return the first name and one family name; empty when both are unknown} */
    public String getDisplayName() {
        return getPerson().displayName();
    }

    /** {@return the first name and both family names; empty when all are unknown} */
    public String getFullName() {
        return getPerson().fullName();
    }

    /**
     * Replaces names, birthday and gender.
     *
     * @param person the new values; a null value empties its column
     */
    public void describe(Person person) {
        firstName = person.firstName();
        lastName1 = person.lastName1();
        lastName2 = person.lastName2();
        birthday = person.birthday();
        gender = person.gender();
    }
}
