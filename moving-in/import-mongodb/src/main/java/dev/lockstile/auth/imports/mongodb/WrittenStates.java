package dev.lockstile.auth.imports.mongodb;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.lockstile.auth.cutover.writeback.LegacySystem.DownException;
import dev.lockstile.auth.cutover.writeback.UserState;
import java.util.Objects;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection of ours over there: whose state was last written, to which document. */
final class WrittenStates {

    private static final String NUMBER = "state_no";
    private static final String LEGACY_ID = "legacy_id";
    private static final String FRESH = "fresh";
    private static final String REMOVED_AT = "removed_at";

    private final TimedDatabase database;

    WrittenStates(TimedDatabase database) {
        this.database = database;
    }

    /**
     * What was last written of a person.
     *
     * @param legacyId the document's key
     * @param fresh the document is made from here and may not be there yet
     * @param removedAt the {@code updated_time} by which the document was removed from here; else null
     */
    record Mark(BsonValue legacyId, long number, boolean fresh, BsonValue removedAt) {

        private static Mark of(BsonDocument document) {
            return new Mark(
                    Objects.requireNonNull(document.get(LEGACY_ID)),
                    document.getInt64(NUMBER).getValue(),
                    document.getBoolean(FRESH, BsonBoolean.FALSE).getValue(),
                    document.get(REMOVED_AT, BsonNull.VALUE));
        }
    }

    @Nullable
    Mark find(UserState person) {
        BsonDocument found = marks().find(Filters.eq(key(person))).first();
        return found == null ? null : Mark.of(found);
    }

    /**
     * Before the document itself: of two senders who overlap one goes on, and none with a state that is older than the
     * last.
     *
     * @param legacyId of the first state
     * @return false when a state of that number or a newer one is there
     * @throws DownException when another sender is at the same person's first state
     */
    boolean claim(UserState person, BsonValue legacyId, @Nullable Mark seen, boolean fresh) throws DownException {
        if (seen != null) {
            Bson older = Filters.and(Filters.eq(key(person)), Filters.lt(NUMBER, person.number()));
            return marks().updateOne(older, Updates.set(NUMBER, new BsonInt64(person.number())))
                            .getMatchedCount()
                    == 1;
        }
        try {
            marks().insertOne(new BsonDocument("_id", key(person))
                    .append(LEGACY_ID, legacyId)
                    .append(NUMBER, new BsonInt64(person.number()))
                    .append(FRESH, BsonBoolean.valueOf(fresh)));
            return true;
        } catch (MongoWriteException e) {
            if (WriteRefusals.isDuplicate(e)) {
                throw new DownException("another sender is at it");
            }
            throw e;
        }
    }

    /** True while no newer state has taken its number. */
    boolean holds(UserState person) {
        return marks().find(mine(person)).first() != null;
    }

    /**
     * Notes what was written, unless a newer state has come.
     *
     * @param removedAt the document's time of change, when it is removed now; else null
     */
    void wrote(UserState person, @Nullable BsonDateTime removedAt) {
        marks().updateOne(
                        mine(person),
                        Updates.combine(
                                Updates.set(FRESH, BsonBoolean.FALSE),
                                Updates.set(REMOVED_AT, removedAt == null ? BsonNull.VALUE : removedAt)));
    }

    private static Bson mine(UserState person) {
        return Filters.and(Filters.eq(key(person)), Filters.eq(NUMBER, person.number()));
    }

    private static BsonString key(UserState person) {
        return new BsonString(person.user().toString());
    }

    private MongoCollection<BsonDocument> marks() {
        return database.collection(OldCollections.WRITE_BACK);
    }
}
