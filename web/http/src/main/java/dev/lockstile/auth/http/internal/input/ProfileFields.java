package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.model.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a person says in a profile; a field that is not sent stays as it is, null or an empty text empties it. */
public final class ProfileFields {

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1900, 1, 1);

    private static final int GENDER_MAX = 50;

    private ProfileFields() {}

    /** Reads the fields; problems are left with the form. */
    public static UnaryOperator<Profiles.Draft> of(RequestFields form, Clock clock) {
        Person sent = new Person(
                form.optional("first_name", 100),
                form.optional("last_name_1", 150),
                form.optional("last_name_2", 150),
                form.date("birthday", FIRST_BIRTHDAY, LocalDate.now(clock)),
                form.optional("gender", GENDER_MAX));
        String label = form.optional("label", 80);
        return draft -> new Profiles.Draft(
                person(form, sent, draft.person()), form.has("label") ? (label == null ? "" : label) : draft.label());
    }

    /** Refuses a gender that is none of these; none at all stand for any. */
    public static void requireGender(RequestFields form, List<String> genders) {
        String sent = form.optional("gender", GENDER_MAX);
        if (sent != null && !genders.isEmpty() && !genders.contains(sent)) {
            form.refuseUnlessRefused("gender", "unknown_choice");
        }
    }

    private static Person person(RequestFields form, Person sent, Person present) {
        return new Person(
                form.has("first_name") ? sent.firstName() : present.firstName(),
                form.has("last_name_1") ? sent.lastName1() : present.lastName1(),
                form.has("last_name_2") ? sent.lastName2() : present.lastName2(),
                form.has("birthday") ? sent.birthday() : present.birthday(),
                form.has("gender") ? sent.gender() : present.gender());
    }
}
