package dev.lockstile.auth.imports.mongodb;

import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;

/** A database all of whose operations end by one time. */
final class TimedDatabase {

    private final MongoDatabase database;
    private final long end;

    private TimedDatabase(MongoDatabase database, long end) {
        this.database = database;
        this.end = end;
    }

    static TimedDatabase of(MongoDatabase database, Duration limit) {
        return new TimedDatabase(database, System.nanoTime() + limit.toNanos());
    }

    /** A collection for one operation. */
    MongoCollection<BsonDocument> collection(String name) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new MongoOperationTimeoutException("the time for one state is over");
        }
        return database.withTimeout(left, TimeUnit.MILLISECONDS).getCollection(name, BsonDocument.class);
    }
}
