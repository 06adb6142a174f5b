package dev.lockstile.auth.imports.mongodb;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import dev.lockstile.auth.cutover.writeback.LegacySystem;
import dev.lockstile.auth.cutover.writeback.UserState;
import java.time.Duration;

/**
 * Writes what changes here to an old collection of people who sign in by codes to their phones, as
 * {@link dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset} reads it. What is changed here wins over what is
 * changed there, but a document that was removed there stays removed. The collection {@code lockstile_write_back}
 * beside it holds for each person the key over there and the number of the last state.
 *
 * <p>There is no transaction over two documents. A state first takes its number; then one conditional update writes the
 * person's document as long as its fields are those that were read, and always moves {@code updated_time} forward, so a
 * late state of a sender that was held up finds another document than it read, and then another number. A document that
 * changes between reading and writing is read again.
 *
 * <p>A number or address that another document has, unless that is removed, is left to it. Nothing keeps the old
 * application from giving one number to two documents but a unique index of its own. Passwords, rights, pictures and
 * notification switches are not written. A state that is not there after 30 seconds is given up. Needs
 * {@code auth-cutover} on the class path.
 */
public final class MongoLegacySystem implements LegacySystem {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final MongoDatabase database;
    private final String system;
    private final String collection;
    private final Duration limit;

    private MongoLegacySystem(MongoDatabase database, String system, String collection, Duration limit) {
        this.database = database;
        this.system = system;
        this.collection = collection;
        this.limit = limit;
    }

    /**
     * {@return a collection of people who sign in by codes to their phones}
     *
     * @param database with a user that may read and write the collection, and ours; its client stays the caller's to
     *     close
     * @param system the name that the import or the adoption has in the ledger, such as {@code mongo-phone-otp}
     * @param collection of the people, such as {@code AuthApp_usermodel}
     */
    public static MongoLegacySystem phoneOtp(MongoDatabase database, String system, String collection) {
        return new MongoLegacySystem(
                database.withWriteConcern(WriteConcern.MAJORITY).withReadPreference(ReadPreference.primary()),
                system,
                collection,
                LIMIT);
    }

    /**
     * {@return the same with another limit for one state than 30 seconds}
     *
     * @param other shorter than the lease
     */
    public MongoLegacySystem patientFor(Duration other) {
        return new MongoLegacySystem(database, system, collection, other);
    }

    @Override
    public String system() {
        return system;
    }

    /** Of a state that is refused, a closed account is written all the same. */
    @Override
    public Delivery put(UserState person) throws DownException {
        try {
            TimedDatabase timed = TimedDatabase.of(database, limit);
            return new PersonDocument(timed, collection, new WrittenStates(timed)).put(person);
        } catch (MongoWriteException e) {
            return WriteRefusals.of(e);
        } catch (MongoException e) {
            throw new DownException(e.getClass().getSimpleName() + ", code " + e.getCode());
        }
    }
}
