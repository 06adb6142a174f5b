package dev.lockstile.auth.imports.mongodb;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** The order of keys of several types, as MongoDB sorts them (manual, "Comparison/Sort Order"). */
enum KeyTypes {
    NOTHING(Set.of(BsonType.NULL), BsonBoolean.FALSE),
    NUMBER(
            Set.of(BsonType.INT32, BsonType.INT64, BsonType.DOUBLE, BsonType.DECIMAL128),
            new BsonDouble(Double.NEGATIVE_INFINITY)),
    TEXT(Set.of(BsonType.STRING, BsonType.SYMBOL), new BsonString("")),
    DOCUMENT(Set.of(BsonType.DOCUMENT), new BsonDocument()),
    BINARY(Set.of(BsonType.BINARY), new BsonBinary(new byte[0])),
    OBJECT_ID(Set.of(BsonType.OBJECT_ID), new BsonObjectId(new ObjectId("0".repeat(24)))),
    BOOLEAN(Set.of(BsonType.BOOLEAN), BsonBoolean.FALSE),
    TIME(Set.of(BsonType.DATE_TIME), new BsonDateTime(Long.MIN_VALUE)),
    TIMESTAMP(Set.of(BsonType.TIMESTAMP), new BsonTimestamp());

    private final Set<BsonType> types;
    private final BsonValue lowest;

    KeyTypes(Set<BsonType> types, BsonValue lowest) {
        this.types = types;
        this.lowest = lowest;
    }

    /** What comes behind a key: greater ones of its type, and all of the types behind. One index serves each part. */
    static Bson after(String field, BsonValue key) {
        List<Bson> parts = new ArrayList<>();
        KeyTypes own = of(key.getBsonType());
        if (own != NOTHING) {
            parts.add(Filters.gt(field, key));
        }
        for (KeyTypes type : values()) {
            if (type.ordinal() > own.ordinal()) {
                parts.add(Filters.gte(field, type.lowest));
            }
        }
        return parts.size() == 1 ? parts.get(0) : Filters.or(parts);
    }

    private static KeyTypes of(BsonType type) {
        for (KeyTypes one : values()) {
            if (one.types.contains(type)) {
                return one;
            }
        }
        return TIMESTAMP;
    }
}
