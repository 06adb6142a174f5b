package dev.lockstile.auth.imports.mongodb;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import dev.lockstile.auth.cutover.writeback.LegacySystem.Delivery;
import dev.lockstile.auth.cutover.writeback.LegacySystem.DownException;
import dev.lockstile.auth.cutover.writeback.UserState;
import dev.lockstile.auth.imports.source.NameTexts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** One person's document over there, written under the number of a state. */
final class PersonDocument {

    private static final int TRIES = 5;
    private static final int MOST = 50;

    private final TimedDatabase database;
    private final String collection;
    private final WrittenStates states;

    PersonDocument(TimedDatabase database, String collection, WrittenStates states) {
        this.database = database;
        this.collection = collection;
        this.states = states;
    }

    Delivery put(UserState person) throws DownException {
        WrittenStates.Mark mark = states.find(person);
        if (mark != null && mark.number() >= person.number()) {
            return stored(mark.legacyId());
        }
        if (mark == null && person.legacyId() == null) {
            return add(person);
        }
        if (mark != null) {
            return states.claim(person, mark.legacyId(), mark, false)
                    ? written(person, mark.legacyId(), mark)
                    : stored(mark.legacyId());
        }
        List<BsonValue> keys = keys(Objects.requireNonNull(person.legacyId()));
        if (keys.size() != 1) {
            return new Delivery.Refused(keys.isEmpty() ? "legacy_row_missing" : "several_legacy_rows");
        }
        states.claim(person, keys.get(0), null, false);
        return written(person, keys.get(0), null);
    }

    /** The ledger holds a key as text; which type it has is told by the document. */
    private List<BsonValue> keys(String legacyId) {
        List<BsonValue> keys = new ArrayList<>();
        database.collection(collection)
                .find(MongoFilters.key(legacyId))
                .limit(2)
                .forEach(document -> keys.add(document.get(MongoFilters.KEY)));
        return keys;
    }

    private Delivery add(UserState person) throws DownException {
        if (person.isClosed()) {
            return new Delivery.NotStored();
        }
        BsonValue id = new BsonObjectId(new ObjectId());
        String obstacle = obstacle(person, id);
        if (obstacle != null) {
            return new Delivery.Refused(obstacle);
        }
        states.claim(person, id, null, true);
        return insert(person, id);
    }

    /** A document that a sender wanted to make, and did not. */
    private Delivery again(UserState person, BsonValue id) {
        if (person.isClosed()) {
            return new Delivery.NotStored();
        }
        String obstacle = obstacle(person, id);
        return obstacle == null ? insert(person, id) : new Delivery.Refused(obstacle);
    }

    private @Nullable String obstacle(UserState person, BsonValue id) {
        return person.owned(IdentifierKind.PHONE) == null ? "no_phone" : taken(person, true, true, id);
    }

    private Delivery insert(UserState person, BsonValue id) {
        BsonDocument document = PhoneOtpFields.fresh(person);
        document.put(MongoFilters.KEY, id);
        database.collection(collection).insertOne(document);
        states.wrote(person, null);
        return stored(id);
    }

    private Delivery written(UserState person, BsonValue id, WrittenStates.@Nullable Mark mark) {
        Delivery delivery = attempt(person, id, mark);
        if (delivery instanceof Delivery.Refused
                && person.isClosing()
                && person.changes().size() > 1) {
            attempt(person.only(UserState.Change.STATUS), id, mark);
        }
        return delivery;
    }

    private Delivery attempt(UserState person, BsonValue id, WrittenStates.@Nullable Mark mark) {
        try {
            return change(person, id, mark);
        } catch (MongoWriteException e) {
            return WriteRefusals.of(e);
        }
    }

    /** The document is read first, then the number: so a newer state is seen here, or moves the document. */
    private Delivery change(UserState person, BsonValue id, WrittenStates.@Nullable Mark mark) {
        for (int i = 0; i < TRIES; i++) {
            BsonDocument there =
                    database.collection(collection).find(Filters.eq(id)).first();
            if (!states.holds(person)) {
                return stored(id);
            }
            if (there == null) {
                return mark != null && mark.fresh() ? again(person, id) : new Delivery.Refused("legacy_row_missing");
            }
            Delivery delivery = change(person, there, mark);
            if (delivery != null) {
                return delivery;
            }
        }
        throw new IllegalStateException("the document changes all the time");
    }

    /** Null when the document was changed meanwhile. */
    private @Nullable Delivery change(UserState person, BsonDocument there, WrittenStates.@Nullable Mark mark) {
        BsonValue id = Objects.requireNonNull(there.get(MongoFilters.KEY));
        boolean removed = PhoneOtpFields.isRemoved(there);
        boolean fromHere = removed
                && mark != null
                && mark.removedAt().equals(there.get(PhoneOtpFields.MODIFIED, BsonNull.VALUE))
                && mark.removedAt().getBsonType() != BsonType.NULL;
        boolean theirs = removed && !fromHere;
        if (theirs && !person.isClosing()) {
            return new Delivery.LegacyKept("deleted_in_legacy");
        }
        BsonDocument values = PhoneOtpFields.changed(theirs ? person.only(UserState.Change.STATUS) : person, there);
        if (values.isEmpty()) {
            return stored(id);
        }
        String obstacle =
                taken(person, values.containsKey(PhoneOtpFields.PHONE), values.containsKey(PhoneOtpFields.EMAIL), id);
        if (obstacle != null) {
            return new Delivery.Refused(obstacle);
        }
        BsonDateTime now = PhoneOtpFields.after(person.changedAt(), there);
        values.put(PhoneOtpFields.MODIFIED, now);
        boolean isRemoved = !theirs && (values.containsKey(PhoneOtpFields.REMOVED) ? person.isDeleted() : fromHere);
        if (isRemoved) {
            states.wrote(person, now); // noted first: a removal that is not noted would be one of theirs
        }
        long matched = database.collection(collection)
                .updateOne(PhoneOtpFields.asRead(there), new BsonDocument("$set", values))
                .getMatchedCount();
        if (matched == 0) {
            return null;
        }
        if (!isRemoved) {
            states.wrote(person, null);
        }
        return stored(id);
    }

    private @Nullable String taken(UserState person, boolean phone, boolean email, BsonValue except) {
        if (phone && isTaken(person.owned(IdentifierKind.PHONE), except)) {
            return "phone_taken_in_legacy";
        }
        return email && isEmailTaken(person.owned(IdentifierKind.EMAIL), except) ? "email_taken_in_legacy" : null;
    }

    private boolean isTaken(@Nullable String phone, BsonValue except) {
        if (phone == null) {
            return false;
        }
        NameTexts texts = texts(IdentifierKind.PHONE, phone);
        List<BsonDocument> found = new ArrayList<>();
        database.collection(collection)
                .find(others(MongoFilters.number(PhoneOtpFields.PHONE, texts.numbers()), except))
                .limit(MOST)
                .forEach(found::add);
        return found.size() == MOST || found.stream().anyMatch(document -> PhoneOtpFields.hasNumber(document, phone));
    }

    private boolean isEmailTaken(@Nullable String email, BsonValue except) {
        return email != null
                && database.collection(collection)
                                .find(others(
                                        MongoFilters.name(
                                                PhoneOtpFields.EMAIL,
                                                texts(IdentifierKind.EMAIL, email)
                                                        .names()),
                                        except))
                                .first()
                        != null;
    }

    private static NameTexts texts(IdentifierKind kind, String value) {
        return NameTexts.of(List.of(new Identifier(kind, value, value)));
    }

    private static Bson others(Bson filter, BsonValue except) {
        return Filters.and(filter, Filters.ne(MongoFilters.KEY, except), Filters.ne(PhoneOtpFields.REMOVED, true));
    }

    private static Delivery stored(BsonValue id) {
        return new Delivery.Stored(PlainValues.text(id));
    }
}
