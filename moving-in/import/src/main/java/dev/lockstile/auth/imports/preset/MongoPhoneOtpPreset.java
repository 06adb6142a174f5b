package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;

/**
 * Reads a collection of users who sign in by codes to their phones, live or as {@code mongoexport} writes it. The phone
 * number identifies a user: of several users with one number the first keeps it, active users before others. Users who
 * are removed, inactive or in an unknown state are imported disabled, or skipped with
 * {@code ImportOptions.withOnlyLive}.
 */
public final class MongoPhoneOtpPreset extends Preset {

    /** Creates the preset. */
    public MongoPhoneOtpPreset() {}

    /** The name of this preset. */
    public static final String NAME = "mongo-phone-otp";

    private static final String COLLECTION = "authapp_usermodel";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DuplicatePolicy duplicates() {
        return DuplicatePolicy.FIRST;
    }

    @Override
    PersonSource open(Source source, Reading reading) {
        Realm.requireNone(reading.options().realm(), name());
        PhoneOtpRecord mapping = new PhoneOtpRecord(reading);
        SourceTable table = new SourceTable(collection(source), "_id", List.of());
        PeopleTable people = new RowPeople(source, table, Entity.USERS, mapping::user);
        return new PersonSource() {
            @Override
            public List<PeopleTable> tables() {
                return List.of(people);
            }

            @Override
            public ImportHints passwordHints() {
                return ImportHints.none();
            }
        };
    }

    private static String collection(Source source) {
        List<String> names = source.tables();
        if (names.size() == 1) {
            return names.get(0);
        }
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(COLLECTION))
                .findFirst()
                .orElseThrow(() -> new SourceUnusableException("there is no collection " + COLLECTION + " in "
                        + source.description() + "; there are "
                        + names.stream().limit(20).toList()));
    }
}
