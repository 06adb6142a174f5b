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

    /** Reads the fields; problems are noted in them. */
    public static UnaryOperator<Profiles.Draft> of(RequestFields fields, Clock clock) {
        Person sent = new Person(
                fields.optional("first_name", 100),
                fields.optional("last_name_1", 150),
                fields.optional("last_name_2", 150),
                fields.date("birthday", FIRST_BIRTHDAY, LocalDate.now(clock)),
                fields.optional("gender", GENDER_MAX));
        String label = fields.optional("label", 80);
        return draft -> new Profiles.Draft(
                person(fields, sent, draft.person()),
                fields.has("label") ? (label == null ? "" : label) : draft.label());
    }

    /** Refuses a gender that is none of these; none at all stand for any. */
    public static void requireGender(RequestFields fields, List<String> genders) {
        String sent = fields.optional("gender", GENDER_MAX);
        if (sent != null && !genders.isEmpty() && !genders.contains(sent)) {
            fields.refuseUnlessRefused("gender", "unknown_choice");
        }
    }

    private static Person person(RequestFields fields, Person sent, Person present) {
        return new Person(
                fields.has("first_name") ? sent.firstName() : present.firstName(),
                fields.has("last_name_1") ? sent.lastName1() : present.lastName1(),
                fields.has("last_name_2") ? sent.lastName2() : present.lastName2(),
                fields.has("birthday") ? sent.birthday() : present.birthday(),
                fields.has("gender") ? sent.gender() : present.gender());
    }
}
