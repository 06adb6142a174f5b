package dev.lockstile.auth.imports.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collections of a MongoDB database, each a table without fixed columns, read in the order of {@code _id}. Keys of
 * several types in one collection are read type by type, since a comparison in MongoDB sees one type only. Unlike a
 * relational source it shows no single moment: what is written meanwhile may be seen or not, and comes in a later run.
 */
final class MongoSource implements Source {

    private static final String KEY = "_id";

    private final MongoClient client;
    private final MongoDatabase database;
    private final String description;

    private MongoSource(MongoClient client, String database, String description) {
        this.client = client;
        this.database = client.getDatabase(database);
        this.description = description;
    }

    /** The source, once the server has answered; the client is closed with it, or without an answer. */
    static MongoSource connected(MongoClient client, String database, String description) {
        MongoSource source = new MongoSource(client, database, description);
        try {
            source.tables();
            return source;
        } catch (SourceUnusableException e) {
            client.close();
            throw e;
        }
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> tables() {
        return asked(() -> OldCollections.of(database));
    }

    @Override
    public List<String> columns(String table) {
        return List.of();
    }

    @Override
    public long count(String table) {
        return asked(() -> database.getCollection(table).countDocuments());
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        Bson rest = after == null ? Filters.empty() : KeyTypes.after(KEY, (BsonValue) after);
        return find(table, rest, limit);
    }

    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        return values.isEmpty() ? List.of() : find(table, Filters.in(column, values), 0);
    }

    /** Documents have no references that the server knows of. */
    @Override
    public List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
        return List.of();
    }

    @Override
    public void close() {
        client.close();
    }

    private List<SourceRow> find(SourceTable table, Bson filter, int limit) {
        return asked(() -> {
            List<SourceRow> rows = new ArrayList<>();
            database.getCollection(table.name(), BsonDocument.class)
                    .find(filter)
                    .sort(Sorts.ascending(KEY))
                    .limit(limit)
                    .forEach(document -> rows.add(PlainValues.row(document, KEY)));
            return rows;
        });
    }

    private <R> R asked(Supplier<R> question) {
        return MongoTrouble.asked(description, question);
    }
}
